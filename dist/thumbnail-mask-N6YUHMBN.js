import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  DeclaredValues,
  readKeys,
  unscale
} from "./chunk-DGJ6EOJH.js";
import "./chunk-ASYCUOJO.js";
import {
  chooseByArea,
  fitInSquare,
  turnAsShown
} from "./chunk-EXQI3B5P.js";
import {
  decodeImage,
  decodeIndexMask
} from "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-XHCPKLOD.js";
import {
  DecodeError
} from "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";

// src/fingerprint/thumbnails/thumbnail-mask.ts
async function thumbnailMask(bytes, palette, limits, edge) {
  let first;
  const onPage = (page) => {
    first ??= page;
  };
  const { orientation, valueScale } = palette.kind === "color" ? { ...await decodeImage(bytes, limits, onPage), valueScale: 1 } : await decodeIndexMask(bytes, limits, onPage);
  if (!first) throw new DecodeError("corrupt", "the file holds no page");
  const declared = new DeclaredValues(palette);
  const size = fitInSquare(first, edge);
  const values = chooseByArea(
    readPlaces(first, palette, declared, valueScale),
    first,
    declared.keys.length,
    size
  );
  const shown = turnAsShown({ ...size, values }, 1, orientation);
  return { kind: "mask-thumbnail", width: shown.width, height: shown.height, places: shown.values };
}
function readPlaces(page, { kind }, declared, valueScale) {
  const { keyAt } = readKeys(page, kind);
  const known = /* @__PURE__ */ new Map();
  const places = new Int16Array(page.width * page.height);
  let [lastKey, lastPlace] = [-1, -1];
  for (let pixel = 0; pixel < places.length; pixel++) {
    const key = keyAt(pixel * page.channels);
    if (key !== lastKey) {
      lastKey = key;
      lastPlace = known.get(key) ?? declared.readAs(unscale(key, valueScale)) ?? -1;
      if (known.size < maxKnown) known.set(key, lastPlace);
    }
    places[pixel] = lastPlace;
  }
  return places;
}
var maxKnown = 65536;
export {
  thumbnailMask
};
