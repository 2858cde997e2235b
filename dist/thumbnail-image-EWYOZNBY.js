import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  averageArea,
  fitInSquare,
  turnAsShown
} from "./chunk-EXQI3B5P.js";
import {
  decodeImage
} from "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import {
  DecodeError
} from "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";

// src/fingerprint/thumbnails/intensity-window.ts
var lowShare = 5e-3;
var highShare = 0.995;
var levels = 65536;
function findWindow(samples, { stride, channels }) {
  const histogram = new Uint32Array(levels);
  for (let at = 0; at < samples.length; at += stride) {
    for (let channel = 0; channel < channels; channel++) {
      const value = samples[at + channel] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
  }
  const count = samples.length / stride * channels;
  const low = percentileOf(histogram, count, lowShare);
  return { low, high: Math.max(low + 1, percentileOf(histogram, count, highShare)) };
}
function percentileOf(histogram, count, share) {
  const wanted = Math.max(1, Math.ceil(count * share));
  let seen = 0;
  for (let value = 0; value < levels; value++) {
    seen += histogram[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return levels - 1;
}

// src/fingerprint/thumbnails/thumbnail-image.ts
async function thumbnailImage(bytes, limits, edge, orientation) {
  let first;
  const facts = await decodeImage(bytes, limits, (page) => first ??= shrink(page, edge));
  if (!first) throw new DecodeError("corrupt", "the file holds no page");
  const { width, height, values } = turnAsShown(first, 3, orientation ?? facts.orientation);
  const { window } = first;
  return {
    kind: "image-thumbnail",
    width,
    height,
    colors: values,
    pages: facts.pages,
    ...window && { window }
  };
}
function shrink(page, edge) {
  const size = fitInSquare(page, edge);
  const { channels: stride, samples } = page;
  const layout = { stride, channels: stride <= 2 ? 1 : 3 };
  const means = averageArea(samples, page, layout, size);
  const window = samples instanceof Uint16Array ? findWindow(samples, layout) : void 0;
  const { low, high } = window ?? { low: 0, high: 255 };
  const values = new Uint8Array(size.width * size.height * 3);
  for (let at = 0; at < values.length; at++) {
    const mean = means[layout.channels === 1 ? Math.floor(at / 3) : at] ?? 0;
    values[at] = Math.min(255, Math.max(0, Math.round(255 * (mean - low) / (high - low))));
  }
  return { ...size, values, ...window && { window } };
}
export {
  thumbnailImage
};
