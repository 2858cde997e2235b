import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/number-words.ts
function formatCount(count) {
  return groupDigits(String(count));
}
function formatQuantity(count, singular, plural = `${singular}s`) {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
function formatNumber(value) {
  const size = Math.abs(value);
  if (!Number.isInteger(value) && size < 1e3) return String(Number(value.toPrecision(4)));
  const whole = Number.isInteger(value) ? value : Math.round(value);
  return size < 1e4 ? String(whole) : groupDigits(String(whole));
}
function formatGreyLevels(difference) {
  const size = Number(Math.abs(difference).toPrecision(2));
  return `${formatNumber(size)} grey ${size === 1 ? "level" : "levels"}`;
}
function formatShare(part, whole) {
  if (whole <= 0) return void 0;
  const percent = 100 * part / whole;
  if (part === 0 || part === whole) return `${percent} %`;
  return `${Math.min(99.9, Math.max(0.1, percent)).toFixed(1)} %`;
}
function groupDigits(digits) {
  return /^-?\d+$/.test(digits) ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : digits;
}

// src/checks/labels/annotated-images.ts
function listAnnotatedImages({ samples, annotations, images }) {
  const annotated = [];
  let unavailable = 0;
  for (const sample of samples) {
    const outcome = annotations?.byImage.get(sample.id);
    if (outcome?.kind === "failure") unavailable++;
    if (outcome?.kind === "annotation") annotated.push(placeObjects(sample, outcome, images.get(sample.id)));
  }
  return { annotated, unavailable };
}
function placeObjects(sample, annotation, image) {
  const { size, unit, objects } = annotation;
  const imageSize = image?.kind === "image" ? chooseSize(image, size) : void 0;
  const frame = size && size.width > 0 && size.height > 0 ? size : imageSize;
  const wrongUnit = findWrongUnit(annotation, frame);
  const [width, height] = unit === "share" && frame ? [frame.width, frame.height] : [1, 1];
  return {
    sample,
    annotation,
    ...imageSize && { imageSize },
    ...frame && { frame },
    ...wrongUnit && { wrongUnit },
    objects: objects.map((object) => ({ object, box: scale(object.box, width, height) }))
  };
}
function chooseSize({ width, height, orientation }, declared) {
  const stored = { width, height };
  if (orientation < 5) return stored;
  const isStored = declared?.width === width && declared.height === height;
  return isStored ? stored : { width: height, height: width };
}
function findWrongUnit({ unit, objects }, frame) {
  const boxes = objects.map(({ box }) => box);
  if (unit === "share") {
    const isFar = boxes.some(
      ({ xmin, ymin, xmax, ymax }) => Math.min(xmin, ymin) <= -2 || Math.max(xmax, ymax) >= 3
    );
    return isFar ? "pixels" : void 0;
  }
  const isTiny = frame !== void 0 && Math.max(frame.width, frame.height) <= 1;
  const areShares = boxes.every((box) => Object.values(box).every((value) => value >= 0 && value <= 1));
  return areShares && !isTiny && boxes.some(hasArea) ? "shares" : void 0;
}
function hasArea({ xmin, ymin, xmax, ymax }) {
  return xmax > xmin && ymax > ymin;
}
function scale({ xmin, ymin, xmax, ymax }, width, height) {
  return { xmin: xmin * width, ymin: ymin * height, xmax: xmax * width, ymax: ymax * height };
}

export {
  formatCount,
  formatQuantity,
  formatNumber,
  formatGreyLevels,
  formatShare,
  listAnnotatedImages,
  hasArea
};
