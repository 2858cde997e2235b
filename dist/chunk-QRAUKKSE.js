import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/fingerprint/raster.ts
function requireWithinLimits(declared, limits) {
  const { width, height, pages, bytesPerPixel } = declared;
  if (width * height * pages * Math.max(1, bytesPerPixel / 4) <= limits.pixels) return;
  const size = `${width} × ${height} pixels${bytesPerPixel > 4 ? ` of ${bytesPerPixel} bytes` : ""}`;
  throw new DecodeError("too-many-pixels", pages > 1 ? `${pages} pages of ${size}` : size);
}
var DecodeError = class extends Error {
  fault;
  constructor(fault, detail, options) {
    super(detail, options);
    this.name = "DecodeError";
    this.fault = fault;
  }
};
var maxDetailLength = 200;
function toFailure(error) {
  const text = error instanceof Error ? error.message : String(error);
  const lines = new Set(text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim()));
  const detail = [...lines].join(" ").replace(/^Input buffer (has|contains) |[ :]+$/gu, "");
  return {
    kind: "failure",
    fault: error instanceof DecodeError ? error.fault : "crash",
    detail: detail.slice(0, maxDetailLength)
  };
}

export {
  requireWithinLimits,
  DecodeError,
  toFailure
};
