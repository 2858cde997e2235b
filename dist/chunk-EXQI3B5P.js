import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/fingerprint/thumbnails/resample.ts
function fitInSquare({ width, height }, edge) {
  const scale = edge / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale))
  };
}
function averageArea(samples, { width, height }, { stride, channels }, to) {
  const result = new Float64Array(to.width * to.height * channels);
  const [columns, rows] = [divide(width, to.width), divide(height, to.height)];
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      const at = (y * to.width + x) * channels;
      for (let j = row.first; j <= row.last; j++) {
        for (let i = column.first; i <= column.last; i++) {
          const weight = weightOf(row, j) * weightOf(column, i);
          const from = (j * width + i) * stride;
          for (let channel = 0; channel < channels; channel++)
            result[at + channel] = (result[at + channel] ?? 0) + weight * (samples[from + channel] ?? 0);
        }
      }
      const area = row.length * column.length;
      for (let channel = 0; channel < channels; channel++)
        result[at + channel] = (result[at + channel] ?? 0) / area;
    }
  }
  return result;
}
function chooseByArea(places, { width, height }, placeCount, to) {
  const result = new Int16Array(to.width * to.height);
  const areas = new Float64Array(placeCount + 1);
  const [columns, rows] = [divide(width, to.width), divide(height, to.height)];
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      areas.fill(0);
      for (let j = row.first; j <= row.last; j++) {
        for (let i = column.first; i <= column.last; i++) {
          const place = (places[j * width + i] ?? -1) + 1;
          areas[place] = (areas[place] ?? 0) + weightOf(row, j) * weightOf(column, i);
        }
      }
      areas[1] = (areas[1] ?? 0) * backgroundWeight;
      result[y * to.width + x] = findLargest(areas) - 1;
    }
  }
  return result;
}
var backgroundWeight = 0.5;
function findLargest(areas) {
  let largest = 0;
  for (let at = 1; at < areas.length; at++) if ((areas[at] ?? 0) > (areas[largest] ?? 0)) largest = at;
  return largest;
}
function divide(length, parts) {
  const step = length / parts;
  return Array.from({ length: parts }, (_, part) => {
    const start = part * step;
    const end = Math.min(length, start + step);
    const first = Math.min(length - 1, Math.floor(start));
    const last = Math.max(first, Math.ceil(end) - 1);
    return {
      first,
      last,
      length: end - start,
      firstShare: Math.min(end, first + 1) - start,
      lastShare: end - Math.max(start, last)
    };
  });
}
function weightOf({ first, last, firstShare, lastShare }, at) {
  return at === first ? firstShare : at === last ? lastShare : 1;
}

// src/fingerprint/thumbnails/turn.ts
function turnAsShown({ width, height, values }, channels, orientation) {
  if (orientation <= 1 || orientation > 8) return { width, height, values };
  const isTransposed = orientation >= 5;
  const shown = isTransposed ? { width: height, height: width } : { width, height };
  const isRowFromEnd = [3, 4, 6, 7].includes(orientation);
  const isColumnFromEnd = [2, 3, 7, 8].includes(orientation);
  const turned = values.slice();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const down = isRowFromEnd ? height - 1 - row : row;
      const across = isColumnFromEnd ? width - 1 - column : column;
      const to = isTransposed ? across * shown.width + down : down * shown.width + across;
      const from = row * width + column;
      for (let channel = 0; channel < channels; channel++)
        turned[to * channels + channel] = values[from * channels + channel] ?? 0;
    }
  }
  return { ...shown, values: turned };
}

export {
  fitInSquare,
  averageArea,
  chooseByArea,
  turnAsShown
};
