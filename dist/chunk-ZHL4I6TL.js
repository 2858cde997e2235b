import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  kernels
} from "./chunk-ASYCUOJO.js";
import {
  decodeImage
} from "./chunk-IOAAEW6H.js";
import {
  countKeptChannels,
  hasAlphaChannel
} from "./chunk-XHCPKLOD.js";

// src/fingerprint/hash-pixels.ts
import { createHash } from "node:crypto";
async function hashPixels(bytes, limits) {
  const hash = createHash("sha256");
  await decodeImage(bytes, limits, (page) => {
    const kept = findKeptChannels(page);
    hash.update(describeSamples(page, kept));
    kernels.readPage(page, kept, (canonical) => hash.update(canonical));
  });
  return { kind: "pixels", pixelsHash: hash.digest("hex") };
}
function findKeptChannels(page) {
  return {
    colors: kernels.hasEqualColors(page) ? 1 : 3,
    alpha: hasAlphaChannel(page) && !kernels.isOpaque(page)
  };
}
function describeSamples({ width, height, samples }, kept) {
  return `${width} ${height} ${countKeptChannels(kept)} ${samples.BYTES_PER_ELEMENT}
`;
}

export {
  hashPixels,
  findKeptChannels,
  describeSamples
};
