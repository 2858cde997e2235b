import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  DecodeError,
  requireWithinLimits
} from "./chunk-QRAUKKSE.js";
import {
  blur,
  fitSize,
  percentileRanks,
  resample
} from "./chunk-3N3OSIJM.js";
import {
  chooseBinding
} from "./chunk-KE2W6PSO.js";

// src/fingerprint/fingerprint-image.ts
import { createHash } from "node:crypto";

// scripts/build/sharp-loader.ts
import { createRequire } from "node:module";

// scripts/build/compatible-version.ts
function isCompatible(found, wanted) {
  const [foundMajor, foundMinor, foundPatch] = readVersion(found);
  const [wantedMajor, wantedMinor, wantedPatch] = readVersion(wanted);
  return foundMajor === wantedMajor && foundMinor === wantedMinor && foundPatch >= wantedPatch;
}
function readVersion(version) {
  const match = /^(\d+)\.(\d+)\.(\d+)$/u.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [NaN, NaN, NaN];
}

// scripts/build/load-first.ts
async function loadFirst(subject, candidates, forced) {
  const tried = forced === void 0 || forced === "" ? candidates : candidates.filter(({ name }) => name === forced);
  if (tried.length === 0) {
    const names = candidates.map(({ name }) => name).join(", ");
    throw new Error(`HOLDOUT_SHARP is ${JSON.stringify(forced)}; it may be one of ${names}`);
  }
  const reasons = [];
  for (const { name, load } of tried) {
    try {
      return await load();
    } catch (error) {
      reasons.push(`${name}: ${describeReason(error)}`);
    }
  }
  throw new Error(
    `no build of ${subject} loads on ${process.platform} ${process.arch} (${reasons.join("; ")})`
  );
}
function describeReason(error) {
  if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")
    return "not installed";
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0]?.slice(0, 300) ?? "";
}

// scripts/build/sharp-loader.ts
var requireBeside = createRequire(import.meta.url);
var sharp_loader_default = await loadFirst(
  "the image decoder sharp",
  [
    { name: "installed", load: loadInstalled },
    { name: "native", load: () => loadBundled(loadNative()) },
    { name: "wasm", load: () => loadBundled(requireBinding("./sharp-wasm32/sharp.cjs")) }
  ],
  process.env["HOLDOUT_SHARP"]
);
async function loadInstalled() {
  const installed = (await import("sharp")).default;
  const version = installed.versions.sharp;
  if (!isCompatible(version, "0.35.5")) {
    throw new Error(`version ${version} is installed, ${"0.35.5"} is needed`);
  }
  return installed;
}
async function loadBundled(binding) {
  chooseBinding(binding);
  return (await import("./sharp-bundled-AW2F5IPK.js")).default;
}
function loadNative() {
  const { platform, arch } = process;
  if (platform !== "linux" || arch !== "x64") throw new Error("built for linux x64");
  const binding = requireBinding("./sharp-linux-x64/lib/sharp.node");
  if ("_isUsingX64V2" in binding && isFunction(binding._isUsingX64V2) && binding._isUsingX64V2() !== true)
    throw new Error("built for processors with x86-64-v2");
  return binding;
}
function isFunction(value) {
  return typeof value === "function";
}
function requireBinding(path) {
  const binding = requireBeside(path);
  if (typeof binding !== "object" || binding === null) throw new Error("the file holds no decoder");
  return binding;
}

// src/fingerprint/decode-bmp.ts
var fileHeaderBytes = 14;
var coreHeaderBytes = 12;
var compressions = { none: 0, rle8: 1, rle4: 2, bitFields: 3, alphaBitFields: 6 };
function decodeBmp(bytes, limits, onPage) {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(file);
  const { width, height, bitsPerPixel, alphaMask } = header;
  requireWithinLimits({ width, height, pages: 1, bytesPerPixel: 4 }, limits);
  const isIndexed = bitsPerPixel <= 8;
  const samples = isIndexed ? colorIndices(readIndices(file, header), readPalette(file, header)) : readColors(file, header);
  onPage({ width, height, channels: 3, samples });
  return {
    format: "bmp",
    pages: 1,
    bitDepth: isIndexed ? bitsPerPixel : 8,
    channels: isIndexed ? 1 : alphaMask === 0 ? 3 : 4,
    hasAlpha: alphaMask !== 0,
    orientation: 1
  };
}
function readHeader(file) {
  requireBytes(file, fileHeaderBytes + coreHeaderBytes);
  const pixelsAt = file.getUint32(10, true);
  const headerBytes2 = file.getUint32(14, true);
  const isCore = headerBytes2 === coreHeaderBytes;
  if (!isCore && (headerBytes2 < 40 || headerBytes2 > 124)) {
    throw new DecodeError("unsupported-format", `BMP with a header of ${headerBytes2} bytes`);
  }
  requireBytes(file, fileHeaderBytes + headerBytes2);
  const width = isCore ? file.getUint16(18, true) : file.getInt32(18, true);
  const signedHeight = isCore ? file.getUint16(20, true) : file.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bitsPerPixel = file.getUint16(isCore ? 24 : 28, true);
  const compression = isCore ? compressions.none : file.getUint32(30, true);
  if (width <= 0 || height <= 0) throw new DecodeError("corrupt", `a size of ${width} × ${height} pixels`);
  if (![1, 2, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    throw new DecodeError("corrupt", `${bitsPerPixel} bits per pixel`);
  }
  requireCompression(compression, bitsPerPixel);
  const declaredColors = isCore ? 0 : file.getUint32(46, true);
  if (bitsPerPixel <= 8 && declaredColors > 2 ** bitsPerPixel) {
    throw new DecodeError("corrupt", `a palette of ${declaredColors} colours for ${bitsPerPixel} bits`);
  }
  return {
    headerBytes: headerBytes2,
    pixelsAt,
    width,
    height,
    isTopDown: signedHeight < 0,
    bitsPerPixel,
    compression,
    paletteColors: declaredColors === 0 ? 2 ** Math.min(8, bitsPerPixel) : declaredColors,
    ...readMasks(file, { headerBytes: headerBytes2, bitsPerPixel, compression })
  };
}
function requireCompression(compression, bitsPerPixel) {
  const { none, rle8, rle4, bitFields, alphaBitFields } = compressions;
  if (compression === none) return;
  if (compression === rle8 && bitsPerPixel === 8) return;
  if (compression === rle4 && bitsPerPixel === 4) return;
  if ((compression === bitFields || compression === alphaBitFields) && [16, 32].includes(bitsPerPixel))
    return;
  throw new DecodeError(
    "unsupported-format",
    `BMP with compression ${compression} and ${bitsPerPixel} bits per pixel`
  );
}
function readMasks(file, { headerBytes: headerBytes2, bitsPerPixel, compression }) {
  if (compression !== compressions.bitFields && compression !== compressions.alphaBitFields) {
    const masks = bitsPerPixel === 16 ? [31744, 992, 31] : [16711680, 65280, 255];
    return { masks, alphaMask: 0 };
  }
  const at = fileHeaderBytes + 40;
  const hasAlphaMask = headerBytes2 >= 56 || compression === compressions.alphaBitFields;
  requireBytes(file, at + (hasAlphaMask ? 16 : 12));
  return {
    masks: [file.getUint32(at, true), file.getUint32(at + 4, true), file.getUint32(at + 8, true)],
    alphaMask: hasAlphaMask ? file.getUint32(at + 12, true) : 0
  };
}
function readPalette(file, { headerBytes: headerBytes2, paletteColors }) {
  const at = fileHeaderBytes + headerBytes2;
  const entryBytes2 = headerBytes2 === coreHeaderBytes ? 3 : 4;
  requireBytes(file, at + paletteColors * entryBytes2);
  return Uint32Array.from({ length: paletteColors }, (_, color) => {
    const entry = at + color * entryBytes2;
    return file.getUint8(entry) | file.getUint8(entry + 1) << 8 | file.getUint8(entry + 2) << 16;
  });
}
function colorIndices(indices, palette) {
  const samples = new Uint8Array(indices.length * 3);
  for (let pixel = 0, to = 0; pixel < indices.length; pixel++, to += 3) {
    const color = palette[indices[pixel] ?? 0] ?? 0;
    samples[to] = color >> 16;
    samples[to + 1] = color >> 8;
    samples[to + 2] = color;
  }
  return samples;
}
function readIndices(file, header) {
  return header.compression === compressions.none ? readPackedIndices(file, header) : readRunLengths(file, header);
}
function readPackedIndices(file, header) {
  const { width, height, bitsPerPixel } = header;
  const rowBytes = requireRows(file, header);
  const indices = new Uint8Array(width * height);
  const mask = 2 ** bitsPerPixel - 1;
  for (let row = 0; row < height; row++) {
    const at = rowStart(header, rowBytes, row);
    for (let x = 0; x < width; x++) {
      const bit = x * bitsPerPixel;
      const shift = 8 - bitsPerPixel - (bit & 7);
      indices[row * width + x] = file.getUint8(at + (bit >> 3)) >> shift & mask;
    }
  }
  return indices;
}
function readRunLengths(file, header) {
  const { width, height, isTopDown, compression } = header;
  const isNibbles = compression === compressions.rle4;
  const indices = new Uint8Array(width * height);
  let at = header.pixelsAt;
  let x = 0;
  let y = 0;
  const nextByte = () => {
    requireBytes(file, at + 1);
    return file.getUint8(at++);
  };
  const put = (index) => {
    if (x < width && y < height) indices[(isTopDown ? y : height - 1 - y) * width + x] = index;
    x++;
  };
  const nibble = (value, position) => isNibbles ? position % 2 === 0 ? value >> 4 : value & 15 : value;
  while (y < height) {
    const count = nextByte();
    const value = nextByte();
    if (count > 0) {
      for (let position = 0; position < count; position++) put(nibble(value, position));
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += nextByte();
      y += nextByte();
    } else {
      const length = isNibbles ? Math.ceil(value / 2) : value;
      for (let byte = 0; byte < length; byte++) {
        const pair = nextByte();
        put(nibble(pair, 0));
        if (isNibbles && byte * 2 + 1 < value) put(nibble(pair, 1));
      }
      if (length % 2 === 1) at++;
    }
  }
  return indices;
}
function readColors(file, header) {
  const { width, height, bitsPerPixel } = header;
  const rowBytes = requireRows(file, header);
  const pixelBytes = bitsPerPixel / 8;
  const samples = new Uint8Array(width * height * 3);
  const [red, green, blue] = header.masks.map(channelReader);
  if (!red || !green || !blue) throw new DecodeError("corrupt", "colour masks are missing");
  for (let row = 0, to = 0; row < height; row++) {
    let at = rowStart(header, rowBytes, row);
    for (let x = 0; x < width; x++, at += pixelBytes, to += 3) {
      const pixel = pixelBytes === 4 ? file.getUint32(at, true) : file.getUint16(at, true) | (pixelBytes === 3 ? file.getUint8(at + 2) << 16 : 0);
      samples[to] = red(pixel);
      samples[to + 1] = green(pixel);
      samples[to + 2] = blue(pixel);
    }
  }
  return samples;
}
function channelReader(mask) {
  if (mask === 0) return () => 0;
  const lowest = 31 - Math.clz32(mask & -mask);
  const width = 32 - Math.clz32(mask) - lowest;
  const shift = lowest + Math.max(0, width - 8);
  const most = 2 ** Math.min(8, width) - 1;
  const levels = Uint8Array.from({ length: most + 1 }, (_, value) => Math.round(value * 255 / most));
  return (pixel) => levels[pixel >>> shift & most] ?? 0;
}
function requireRows(file, { pixelsAt, width, height, bitsPerPixel }) {
  const rowBytes = Math.ceil(width * bitsPerPixel / 32) * 4;
  requireBytes(file, pixelsAt + rowBytes * height);
  return rowBytes;
}
function rowStart({ pixelsAt, height, isTopDown }, rowBytes, row) {
  return pixelsAt + (isTopDown ? row : height - 1 - row) * rowBytes;
}
function requireBytes(file, needed) {
  if (needed > file.byteLength) {
    throw new DecodeError("corrupt", `${file.byteLength} bytes where the header asks for ${needed}`);
  }
}

// src/fingerprint/exif-orientation.ts
var orientationTag = 274;
var shortType = 3;
var entryBytes = 12;
function readExifOrientation(exif) {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (view.byteLength < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 18761 && order !== 19789) return 1;
  const isLittle = order === 18761;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * entryBytes;
    if (at + entryBytes > view.byteLength) return 1;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const orientation = view.getUint16(at + 2, isLittle) === shortType ? view.getUint16(at + 8, isLittle) : 1;
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

// src/fingerprint/jpeg-header.ts
var exifPrefix = Buffer.from("Exif\0\0", "latin1");
function readJpegHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 255 || marker === 255 || marker === 0) {
      at += 1;
      continue;
    }
    if (marker === 1 || marker >= 208 && marker <= 216) {
      at += 2;
      continue;
    }
    if (marker === 217 || marker === 218) break;
    const length = view.getUint16(at + 2);
    if (isFrame(marker) && at + 10 <= view.byteLength) {
      return {
        bitDepth: view.getUint8(at + 4),
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        channels: view.getUint8(at + 9),
        orientation
      };
    }
    if (marker === 225)
      orientation = readOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + Math.max(2, length);
  }
  throw new DecodeError("corrupt", "no frame header");
}
function isFrame(marker) {
  return marker >= 192 && marker <= 207 && marker !== 196 && marker !== 200 && marker !== 204;
}
function readOrientation(segment) {
  if (!exifPrefix.equals(segment.subarray(0, exifPrefix.length))) return void 0;
  return readExifOrientation(segment.subarray(exifPrefix.length));
}

// src/fingerprint/png-header.ts
import { crc32 } from "node:zlib";
var signatureBytes = 8;
var headerBytes = 33;
var colorTypeAt = 25;
var colorTypes = { grey: 0, indexed: 3, greyAlpha: 4, colorAlpha: 6 };
function readPngHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < headerBytes) throw new DecodeError("corrupt", "the header is cut off");
  const colorType = view.getUint8(colorTypeAt);
  let hasAlpha = colorType === colorTypes.greyAlpha || colorType === colorTypes.colorAlpha;
  let orientation = 1;
  for (const { name, data } of listChunks(bytes)) {
    if (name === "IDAT") break;
    if (name === "tRNS") hasAlpha = true;
    if (name === "eXIf") orientation = readExifOrientation(data);
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: view.getUint8(24),
    isGrey: colorType === colorTypes.grey || colorType === colorTypes.greyAlpha,
    isIndexed: colorType === colorTypes.indexed,
    hasAlpha,
    orientation
  };
}
function stripPalette(bytes) {
  const kept = [bytes.subarray(0, signatureBytes)];
  for (const { name, whole } of listChunks(bytes)) {
    if (name === "IHDR") kept.push(asGreyHeader(whole));
    else if (name === "IDAT" || name === "IEND") kept.push(whole);
  }
  return Buffer.concat(kept);
}
function* listChunks(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = signatureBytes; at + 12 <= bytes.length; ) {
    const dataAt = at + 8;
    const dataEnd = dataAt + view.getUint32(at);
    yield {
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString("latin1"),
      data: bytes.subarray(dataAt, dataEnd),
      whole: bytes.subarray(at, dataEnd + 4)
    };
    at = dataEnd + 4;
  }
}
function asGreyHeader(chunk) {
  const header = Buffer.from(chunk);
  if (header.length < headerBytes - signatureBytes) throw new DecodeError("corrupt", "the header is cut off");
  header[colorTypeAt - signatureBytes] = colorTypes.grey;
  header.writeUInt32BE(crc32(header.subarray(4, header.length - 4)), header.length - 4);
  return header;
}
function greyScaleFactor({ bitDepth }) {
  return bitDepth < 8 ? 255 / (2 ** bitDepth - 1) : 1;
}

// src/fingerprint/sniff-format.ts
function sniffFormat(bytes) {
  if (bytes.length === 0) throw new DecodeError("empty", "the file holds no bytes");
  if (startsWithText(bytes.subarray(128), "DICM")) throw new DecodeError("unsupported-format", "DICOM");
  const format = signatures.find(({ matches }) => matches(bytes))?.format;
  if (format) return format;
  const pointer = pointers.find(({ prefix }) => startsWithText(bytes, prefix));
  if (pointer) throw new DecodeError("pointer", `a ${pointer.name} pointer, its content is not fetched`);
  const unsupported = undecodable.find(({ matches }) => matches(bytes));
  if (unsupported) throw new DecodeError("unsupported-format", unsupported.name);
  throw new DecodeError("unknown-format", `begins with ${hexOf(bytes.subarray(0, 8))}`);
}
var signatures = [
  { format: "jpeg", matches: (bytes) => startsWith(bytes, [255, 216, 255]) },
  { format: "png", matches: (bytes) => startsWith(bytes, [137, 80, 78, 71, 13, 10, 26, 10]) },
  {
    format: "tiff",
    matches: (bytes) => startsWith(bytes, [73, 73, 42, 0]) || startsWith(bytes, [77, 77, 0, 42]) || startsWith(bytes, [73, 73, 43, 0]) || startsWith(bytes, [77, 77, 0, 43])
  },
  {
    format: "webp",
    matches: (bytes) => startsWithText(bytes, "RIFF") && startsWithText(bytes.subarray(8), "WEBP")
  },
  { format: "gif", matches: (bytes) => startsWithText(bytes, "GIF87a") || startsWithText(bytes, "GIF89a") },
  { format: "bmp", matches: (bytes) => startsWithText(bytes, "BM") }
];
var pointers = [
  { name: "Git LFS", prefix: "version https://git-lfs.github.com/spec/" },
  { name: "git-annex", prefix: "/annex/objects/" }
];
var undecodable = [
  {
    name: "NIfTI",
    matches: (bytes) => ["n+1\0", "ni1\0"].some((magic) => startsWithText(bytes.subarray(344), magic)) || ["n+2\0", "ni2\0"].some((magic) => startsWithText(bytes.subarray(4), magic))
  },
  { name: "a gzip archive (perhaps NIfTI)", matches: (bytes) => startsWith(bytes, [31, 139]) },
  { name: "a zip archive", matches: (bytes) => startsWithText(bytes, "PK") },
  { name: "PDF", matches: (bytes) => startsWithText(bytes, "%PDF-") },
  { name: "HEIF or AVIF", matches: (bytes) => startsWithText(bytes.subarray(4), "ftyp") },
  {
    name: "JPEG 2000",
    matches: (bytes) => startsWith(bytes, [0, 0, 0, 12, 106, 80]) || startsWith(bytes, [255, 79, 255, 81])
  },
  { name: "NRRD", matches: (bytes) => startsWithText(bytes, "NRRD") },
  {
    name: "NumPy",
    matches: (bytes) => startsWith(bytes, [147]) && startsWithText(bytes.subarray(1), "NUMPY")
  },
  { name: "SVG or XML", matches: (bytes) => startsWithText(bytes, "<?xml") || startsWithText(bytes, "<svg") }
];
function startsWith(bytes, prefix) {
  return prefix.every((value, index) => bytes[index] === value);
}
function startsWithText(bytes, prefix) {
  for (let index = 0; index < prefix.length; index++) {
    if (bytes[index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}
function hexOf(bytes) {
  return Buffer.from(bytes).toString("hex").replace(/(..)(?=.)/gu, "$1 ");
}

// src/fingerprint/decode.ts
sharp_loader_default.cache(false);
sharp_loader_default.concurrency(1);
async function decodeImage(bytes, limits, onPage) {
  const format = sniffFormat(bytes);
  if (format === "bmp") return decodeBmp(bytes, limits, onPage);
  const options = { failOn: "error", ignoreIcc: true, limitInputPixels: limits.pixels };
  try {
    const description = describeHeader(bytes, format) ?? describe(await sharp_loader_default(bytes, options).metadata());
    await decodePages(bytes, format, options, description, limits, onPage);
    const { pages, bitDepth, channels, hasAlpha, orientation } = description;
    return { format, pages, bitDepth, channels, hasAlpha, orientation };
  } catch (error) {
    throw asDecodeError(error);
  }
}
async function decodeIndexMask(bytes, limits, onPage) {
  if (sniffFormat(bytes) !== "png") return { ...await decodeImage(bytes, limits, onPage), valueScale: 1 };
  const header = readPngHeader(bytes);
  const facts = await decodeImage(header.isIndexed ? stripPalette(bytes) : bytes, limits, onPage);
  const valueScale = header.isGrey || header.isIndexed ? greyScaleFactor(header) : 1;
  return { ...facts, orientation: header.orientation, valueScale };
}
function describeHeader(bytes, format) {
  if (format === "jpeg") {
    const header = readJpegHeader(bytes);
    return { ...header, pages: 1, hasAlpha: false, isWide: false, isGrey: header.channels === 1 };
  }
  if (format === "png") {
    const header = readPngHeader(bytes);
    return {
      ...header,
      pages: 1,
      channels: (header.isGrey ? 1 : 3) + (header.hasAlpha ? 1 : 0),
      isWide: header.bitDepth === 16,
      isGrey: header.isGrey && !header.hasAlpha
    };
  }
  return void 0;
}
function describe(metadata) {
  const { format, depth, space, width, height, channels, hasAlpha } = metadata;
  if (depth !== "uchar" && depth !== "ushort") {
    throw new DecodeError("unsupported-format", `${format.toUpperCase()} with samples of type ${depth}`);
  }
  return {
    width,
    height,
    pages: Math.max(1, metadata.pages ?? 1),
    channels,
    hasAlpha,
    isWide: depth === "ushort",
    isGrey: (space === "b-w" || space === "grey16") && !hasAlpha,
    bitDepth: metadata.bitsPerSample ?? (depth === "ushort" ? 16 : 8),
    orientation: metadata.orientation ?? 1
  };
}
async function decodePages(bytes, format, options, description, limits, onPage) {
  const { pages, width, height } = description;
  const bytesPerPixel = countDecodedChannels(description) * (description.isWide ? 2 : 1);
  requireWithinLimits({ width, height, pages: format === "tiff" ? 1 : pages, bytesPerPixel }, limits);
  if (pages === 1) {
    onPage(await decodePage(sharp_loader_default(bytes, options), description));
  } else if (format === "tiff") {
    let left = limits.pixels;
    for (let page = 0; page < pages; page++) {
      if (left < 1) throw new DecodeError("too-many-pixels", `${pages} pages of ${width} × ${height} pixels`);
      const image = sharp_loader_default(bytes, { ...options, page, limitInputPixels: left });
      const decoded = await decodePage(image, description);
      left -= decoded.width * decoded.height;
      onPage(decoded);
    }
  } else {
    const all = await decodePage(sharp_loader_default(bytes, { ...options, pages: -1 }), description);
    for (const page of splitPages(all, pages)) onPage(page);
  }
}
function countDecodedChannels({ isGrey, hasAlpha }) {
  return isGrey ? 1 : hasAlpha ? 4 : 3;
}
async function decodePage(image, { isWide, isGrey }) {
  const space = isWide ? isGrey ? "grey16" : "rgb16" : isGrey ? "b-w" : "srgb";
  const { data, info } = await image.toColourspace(space).raw({ depth: isWide ? "ushort" : "uchar" }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const samples = isWide ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width, height, channels, samples };
}
function* splitPages({ width, height, channels, samples }, pages) {
  const pageHeight = height / pages;
  if (!Number.isInteger(pageHeight)) throw new DecodeError("corrupt", "pages of different sizes");
  const length = width * pageHeight * channels;
  for (let at = 0; at < samples.length; at += length) {
    yield { width, height: pageHeight, channels, samples: samples.subarray(at, at + length) };
  }
}
function asDecodeError(error) {
  if (error instanceof DecodeError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit/iu.test(detail))
    return new DecodeError("too-many-pixels", detail, { cause: error });
  return new DecodeError("corrupt", detail, { cause: error });
}

// src/fingerprint/kernels/kernels.ts
var gridSize = 32;
function cellBounds(length) {
  return Uint32Array.from({ length: gridSize + 1 }, (_, cell) => Math.floor(cell * length / gridSize));
}
function hasAlphaChannel({ channels }) {
  return channels === 2 || channels === 4;
}
function countKeptChannels({ colors, alpha }) {
  return colors + (alpha ? 1 : 0);
}
function bytesOf(samples) {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

// src/fingerprint/kernels/plain-kernels.ts
var pixelsPerPiece = 65536;
var plainKernels = { hasEqualColors, isOpaque, sumPage, forEachRun };
function hasEqualColors({ channels, samples }) {
  if (channels <= 2) return true;
  for (let at = 0; at < samples.length; at += channels) {
    const red = samples[at];
    if (red !== samples[at + 1] || red !== samples[at + 2]) return false;
  }
  return true;
}
function isOpaque(page) {
  if (!hasAlphaChannel(page)) return true;
  const { channels, samples } = page;
  const opaque = samples instanceof Uint16Array ? 65535 : 255;
  for (let at = channels - 1; at < samples.length; at += channels) {
    if (samples[at] !== opaque) return false;
  }
  return true;
}
function sumPage(page, kept, onCanonical) {
  giveCanonical(page, kept, onCanonical);
  const levels = toLevels(page, kept.colors);
  const { width, height } = page;
  return {
    width,
    height,
    levelScale: levels instanceof Uint16Array ? 257 : 1,
    histogram: countLevels(levels),
    ...sumLevels(levels),
    ...sumLaplacians(levels, width, height),
    cells: sumCells(levels, width, height)
  };
}
function giveCanonical(page, kept, onCanonical) {
  const { channels, samples } = page;
  const keptChannels = countKeptChannels(kept);
  if (keptChannels === channels) {
    onCanonical(bytesOf(samples));
    return;
  }
  const pixels = samples.length / channels;
  for (let first = 0; first < pixels; first += pixelsPerPiece) {
    const end = Math.min(pixels, first + pixelsPerPiece);
    const length = (end - first) * keptChannels;
    const piece = samples instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
    for (let at = first * channels, to = 0; to < length; at += channels) {
      for (let color = 0; color < kept.colors; color++) piece[to++] = samples[at + color] ?? 0;
      if (kept.alpha) piece[to++] = samples[at + channels - 1] ?? 0;
    }
    onCanonical(bytesOf(piece));
  }
}
function toLevels({ channels, samples }, colors) {
  const pixels = samples.length / channels;
  const levels = samples instanceof Uint16Array ? new Uint16Array(pixels) : new Uint8Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += channels) {
    const red = samples[at] ?? 0;
    levels[pixel] = colors === 1 ? red : 9798 * red + 19235 * (samples[at + 1] ?? 0) + 3735 * (samples[at + 2] ?? 0) + 16384 >>> 15;
  }
  return levels;
}
function countLevels(levels) {
  const histogram = new Uint32Array(256);
  for (const level of levels) {
    const bin = levels instanceof Uint16Array ? Math.floor((level + 128) / 257) : level;
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return histogram;
}
var pixelsPerSum = 65536;
function sumLevels(levels) {
  let total = 0n;
  let squaredTotal = 0n;
  for (let first = 0; first < levels.length; first += pixelsPerSum) {
    let sum = 0;
    let squares = 0;
    for (const level of levels.subarray(first, first + pixelsPerSum)) {
      sum += level;
      squares += level * level;
    }
    total += BigInt(sum);
    squaredTotal += BigInt(squares);
  }
  return { levels: total, squaredLevels: squaredTotal };
}
function sumLaplacians(levels, width, height) {
  let total = 0n;
  let squaredTotal = 0n;
  for (let row = 1; row < height - 1; row++) {
    const end = (row + 1) * width - 1;
    for (let first = row * width + 1; first < end; first += pixelsPerSum) {
      let sum = 0;
      let squares = 0;
      for (let at = first; at < Math.min(end, first + pixelsPerSum); at++) {
        const across = (levels[at - 1] ?? 0) + (levels[at + 1] ?? 0);
        const down = (levels[at - width] ?? 0) + (levels[at + width] ?? 0);
        const laplacian = across + down - 4 * (levels[at] ?? 0);
        sum += laplacian;
        squares += laplacian * laplacian;
      }
      total += BigInt(sum);
      squaredTotal += BigInt(squares);
    }
  }
  return { laplacians: total, squaredLaplacians: squaredTotal };
}
function sumCells(levels, width, height) {
  const cells = new Float64Array(gridSize * gridSize);
  const [columns, rows] = [cellBounds(width), cellBounds(height)];
  for (let cell = 0; cell < cells.length; cell++) {
    const [top, bottom] = cellRange(rows, Math.floor(cell / gridSize));
    const [left, right] = cellRange(columns, cell % gridSize);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) sum += levels[at] ?? 0;
    }
    cells[cell] = sum;
  }
  return cells;
}
function cellRange(bounds, cell) {
  const from = bounds[cell] ?? 0;
  return [from, Math.max(from + 1, bounds[cell + 1] ?? 0)];
}
function forEachRun({ channels, samples }, isGrey, onRun) {
  let first = 0;
  for (let at = channels; at < samples.length; at += channels) {
    if (samples[at] === samples[at - channels]) {
      if (isGrey) continue;
      if (samples[at + 1] === samples[at + 1 - channels] && samples[at + 2] === samples[at + 2 - channels])
        continue;
    }
    onRun(first, (at - first) / channels);
    first = at;
  }
  if (samples.length > 0) onRun(first, (samples.length - first) / channels);
}

// src/fingerprint/intensity.ts
function toIntensity(page) {
  const { width, height, channels } = page;
  const levels = toLevels(page, channels <= 2 ? 1 : 3);
  if (levels instanceof Uint8Array) return { width, height, levels };
  return { width, height, levels: Float32Array.from(levels, (level) => level / 257) };
}
var IntensityTally = class {
  #histogram = new Uint32Array(256);
  #pixels = 0n;
  #levels = 0n;
  #squaredLevels = 0n;
  #levelScale = 1;
  /** @param page of the same depth as the others */
  add(page) {
    this.#pixels += BigInt(page.width * page.height);
    this.#levels += page.levels;
    this.#squaredLevels += page.squaredLevels;
    this.#levelScale = page.levelScale;
    for (let bin = 0; bin < this.#histogram.length; bin++) {
      this.#histogram[bin] = (this.#histogram[bin] ?? 0) + (page.histogram[bin] ?? 0);
    }
  }
  summarize() {
    const pixels = Number(this.#pixels);
    const variance = varianceOf(this.#pixels, this.#levels, this.#squaredLevels);
    return {
      mean: Number(this.#levels) / pixels / this.#levelScale,
      deviation: Math.sqrt(variance) / this.#levelScale,
      histogram: this.#histogram,
      percentiles: percentileRanks.map((rank) => percentileOf(this.#histogram, pixels, rank))
    };
  }
};
function measureSharpness(page) {
  const { width, height, laplacians, squaredLaplacians, levelScale } = page;
  if (width < 3 || height < 3) return 0;
  const pixels = BigInt((width - 2) * (height - 2));
  return varianceOf(pixels, laplacians, squaredLaplacians) / levelScale ** 2;
}
function varianceOf(count, sum, squares) {
  return Number(count * squares - sum * sum) / Number(count) ** 2;
}
function percentileOf(histogram, count, rank) {
  const wanted = Math.max(1, Math.ceil(count * rank / 100));
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return histogram.length - 1;
}

// src/fingerprint/kernels/simd-binary.ts
var simdBinary = [
  "AGFzbQEAAAABMAZgBH9/f38AYAN/f38AYAZ/f39/f38AYAZ/f39/f38Bf2ADf39/AX9gBH9/f38BfwMPDgAAAgMBAQAEBQABAAAA",
  "BQQBARAQB94BDw1oYXNEaWZmZXJlbmNlAAgGaGFzR2FwAAcEcGFjawACDmxldmVsc09mQ29sb3I4AAUTbGV2ZWxzT2ZDb2xvckFs",
  "cGhhOAAED2xldmVsc09mQ29sb3IxNgAGDGNvdW50TGV2ZWxzOAAKDWNvdW50TGV2ZWxzMTYACw5zdW1MYXBsYWNpYW5zOAAAD3N1",
  "bUxhcGxhY2lhbnMxNgABC2FkZENvbHVtbnM4AAwMYWRkQ29sdW1uczE2AA0LZm9sZENvbHVtbnMACQtsaXN0Q2hhbmdlcwADBm1l",
  "bW9yeQIACrUZDowDAwV/A3sCfgNAIAIgB0oEQCAAQQFqIQQgACABakEBayEIA0AgBEEIaiAITQRAIAggBEGAQGsiBSAFIAhLGyEG",
  "/QwAAAAAAAAAAAAAAAAAAAAAIQr9DAAAAAAAAAAAAAAAAAAAAAAhCQNAIAYgBEEIaiIFTwRAIAogBEEBa/0CAAAgBEEBav0CAAD9",
  "jgEgBCABa/0CAAAgASAEav0CAAD9jgH9jgEgBP0CAABBAv2LAf2RASIL/X79rgEhCiAJIAsgC/26Af2uASEJIAUhBAwBCwsgDSAK",
  "/ccBIAr9yAH9zgEiCv0dACAK/R0BfHwhDSAMIAn9yQEgCf3KAf3OASIJ/R0AIAn9HQF8fCEMDAELCwNAIAQgCEkEQCANIARBAWst",
  "AAAgBC0AAWogBCABay0AACABIARqLQAAamogBC0AAEECdGsiBax8IQ0gDCAFIAVsrHwhDCAEQQFqIQQMAQsLIAdBAWohByAAIAFq",
  "IQAMAQsLIAMgAykDACANfDcDACADIAMpAwggDHw3AwgLpAECBH8DfiABQQF0IQUDQCACIAZKBEAgACAFakECayEHIABBAmohAQNA",
  "IAEgB0kEQCAJIAFBAmsvAQAgAUECaiIELwEAaiABIAVrLwEAIAEgBWovAQBqaiABLwEAQQJ0a6wiCHwhCSAKIAggCH58IQogBCEB",
  "DAELCyAGQQFqIQYgACAFaiEADAELCyADIAMpAwAgCXw3AwAgAyADKQMIIAp8NwMIC0sBAXsgBf0ABAAhBkEQIANtIQUDQCACQQBK",
  "BEAgASAA/QAEACAG/Q79CwQAIAAgAyAFbGohACABIAQgBWxqIQEgAiAFayECDAELCwvIAQIGfwJ7IAP9AAQAIQxBECACbiEIQQEg",
  "AnRBAWshCiAFIQcDQCABIAZLBEAgAP0ABAAgACACa/0ABAD9USAM/U4iDf1TBEAgDf0MAAAAAAAAAAAAAAAAAAAAAP0k/WQhCSAB",
  "IAYgCGoiAyABIANJGyELIAYhAwNAIAMgC0kEQCAJIApxBEAgBSADIARqNgIAIAVBBGohBQsgA0EBaiEDIAkgAnYhCQwBCwsLIAYg",
  "CGohBiAAIAIgCGxqIQAMAQsLIAUgB2tBAnYLmAQBAXsDQCACQQBKBEAgASAA/QAEACID/QwA/wH/BP8F/wj/Cf8M/w3//Q79DEYm",
  "I0tGJiNLRiYjS0YmI0v9ugEgA/0MAv///wb///8K////Dv////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABA",
  "AAAAQAAA/a4BQQ/9rQEgAP0ABBAiA/0MAP8B/wT/Bf8I/wn/DP8N//0O/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8G////",
  "Cv///w7////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAAAEAAAP2uAUEP/a0B/YYBIAD9AAQgIgP9DAD/",
  "Af8E/wX/CP8J/wz/Df/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26ASAD/QwC////Bv///wr///8O/////Q79DJcOAACXDgAAlw4AAJcO",
  "AAD9ugH9rgH9DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tASAA/QAEMCID/QwA/wH/BP8F/wj/Cf8M/w3//Q79DEYmI0tGJiNLRiYj",
  "S0YmI0v9ugEgA/0MAv///wb///8K////Dv////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4B",
  "QQ/9rQH9hgH9Zv0LBAAgAkEQayECIABBQGshACABQRBqIQEMAQsLC5gEAQF7A0AgAkEASgRAIAEgAP0ABAAiA/0MAP8B/wP/BP8G",
  "/wf/Cf8K//0O/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8F////CP///wv////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2u",
  "Af0MAEAAAABAAAAAQAAAAEAAAP2uAUEP/a0BIAD9AAQMIgP9DAD/Af8D/wT/Bv8H/wn/Cv/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26",
  "ASAD/QwC////Bf///wj///8L/////Q79DJcOAACXDgAAlw4AAJcOAAD9ugH9rgH9DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tAf2G",
  "ASAA/QAEGCID/QwA/wH/A/8E/wb/B/8J/wr//Q79DEYmI0tGJiNLRiYjS0YmI0v9ugEgA/0MAv///wX///8I////C/////0O/QyX",
  "DgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4BQQ/9rQEgAP0ABCQiA/0MAP8B/wP/BP8G/wf/Cf8K//0O",
  "/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8F////CP///wv////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABA",
  "AAAAQAAAAEAAAP2uAUEP/a0B/YYB/Wb9CwQAIAJBEGshAiAAQTBqIQAgAUEQaiEBDAELCwtTAANAIAJBAEoEQCABIAAvAQBBxswA",
  "bCAALwECQaOWAWxqIAAvAQRBlx1sakGAgAFqQQ92OwEAIAJBAWshAiAAIANBAXRqIQAgAUECaiEBDAELCwt3AgN/AXsgAv0ABAAh",
  "BiAAIAFBcHFqIQUgACEDA0AgAyAFSQRAIAYgA/0ABAD9T/1TBEBBAQ8LIANBEGohAwwBCwsDQCADIARqIgUgACABakkEQCACIARq",
  "LQAAIAUtAABBf3NxBEBBAQ8LIARBAWohBAwBCwtBAAvFAQIEfwN7IAP9AAQAIQggA/0ABBAhCSAD/QAEICEKIAAgAUEwbkEwbGoh",
  "ByAAIQQDQCAEIAdJBEAgBP0ABAAgAiAEaiIG/QAEAP1RIAj9TiAE/QAEECAG/QAEEP1RIAn9Tv1QIAT9AAQgIAb9AAQg/VEgCv1O",
  "/VD9UwRAQQEPCyAEQTBqIQQMAQsLA0AgBCAFaiIGIAAgAWpJBEAgAyAFai0AACAGLQAAIAIgBmotAABzcQRAQQEPCyAFQQFqIQUM",
  "AQsLQQALcAIDfwF+IAAgASgCAEECdGohBANAIAIgBUoEQCAAIAFBBGoiASgCAEECdGohBkIAIQcDQCAEIAZJBEAgByAENQIAfCEH",
  "IARBADYCACAEQQRqIQQMAQsLIAMgBUEDdGogB7o5AwAgBUEBaiEFDAELCwvPAgIBfgV/IAAgAWohBCAAIAFBeHFqIQEDQCAAIAFJ",
  "BEAgAiAAKQMAIgNC/wGDp0ECdGoiBSAFKAIAQQFqNgIAIAJBgAhqIgUgA0IIiEL/AYOnQQJ0aiIGIAYoAgBBAWo2AgAgAkGAEGoi",
  "BiADQhCIQv8Bg6dBAnRqIgcgBygCAEEBajYCACACQYAYaiIHIANCGIhC/wGDp0ECdGoiCCAIKAIAQQFqNgIAIAIgA0IgiEL/AYOn",
  "QQJ0aiIIIAgoAgBBAWo2AgAgBSADQiiIQv8Bg6dBAnRqIgUgBSgCAEEBajYCACAGIANCMIhC/wGDp0ECdGoiBSAFKAIAQQFqNgIA",
  "IAcgA0I4iKdBAnRqIgUgBSgCAEEBajYCACAAQQhqIQAMAQsLA0AgACAESQRAIAIgAC0AAEECdGoiASABKAIAQQFqNgIAIABBAWoh",
  "AAwBCwsLdAIDfgJ/IAAgAUEBdGohCANAIAAgCEkEQCACIAAvAQAiB0GAAWpBgQJuQQJ0aiIBIAEoAgBBAWo2AgAgBSAHrSIEfCEF",
  "IAYgBCAEfnwhBiAAQQJqIQAMAQsLIAMgAykDACAFfDcDACADIAMpAwggBnw3AwgL3QECA3sDfwNAIAEgB0sEQP0MAAAAAAAAAAAA",
  "AAAAAAAAACEE/QwAAAAAAAAAAAAAAAAAAAAAIQUgACAHaiEIQQAhCQNAIAIgCUoEQCAEIAj9AAQAIgb9iQH9jgEhBCAFIAb9igH9",
  "jgEhBSAJQQFqIQkgASAIaiEIDAELCyADIAP9AAQAIAT9qQH9rgH9CwQAIAMgA/0ABBAgBP2qAf2uAf0LBBAgAyAD/QAEICAF/akB",
  "/a4B/QsEICADIAP9AAQwIAX9qgH9rgH9CwQwIAdBEGohByADQUBrIQMMAQsLC4sBAgN/A3sDQCABIARLBEAgA/0ABAAhByAD/QAE",
  "ECEIIAAgBEEBdGohBUEAIQYDQCACIAZKBEAgByAF/QAEACIJ/akB/a4BIQcgCCAJ/aoB/a4BIQggBkEBaiEGIAUgAUEBdGohBQwB",
  "CwsgAyAH/QsEACADIAj9CwQQIARBCGohBCADQSBqIQMMAQsLCw=="
].join("");

// src/fingerprint/kernels/simd-kernels.ts
var maxWidth = 16384;
var maxHeight = 1e6;
var bandBytes = 32768;
var maxRowBytes = maxWidth * 8;
var maxBandRows = 256;
var slackBytes = 64;
var maskPeriodBytes = 48;
var layout = layOut(1024, {
  pattern: maskPeriodBytes,
  levelTotals: 16,
  laplacianTotals: 16,
  bounds: 4 * (gridSize + 1),
  bins: 4 * 4 * 256,
  cells: 8 * gridSize,
  columns: 4 * maxWidth,
  input: maxRowBytes,
  packed: maxRowBytes,
  levels: 2 * 2 * maxWidth + Math.max(bandBytes, 2 * maxWidth),
  changes: 4 * bandBytes
});
function layOut(start, sizes) {
  const places = { ...sizes };
  let at = start;
  for (const name of Object.keys(sizes)) {
    places[name] = at;
    at += Math.ceil((sizes[name] + slackBytes) / slackBytes) * slackBytes;
  }
  return places;
}
function loadSimdKernels() {
  let module;
  try {
    module = new WebAssembly.Module(Buffer.from(simdBinary, "base64"));
  } catch {
    return void 0;
  }
  const simd = new WebAssembly.Instance(module).exports;
  return makeKernels(simd, new Uint8Array(simd.memory.buffer));
}
function makeKernels(simd, memory) {
  const { buffer } = simd.memory;
  const bins = new Uint32Array(buffer, layout.bins, 4 * 256);
  const columns = new Uint32Array(buffer, layout.columns, maxWidth + slackBytes / 4);
  const cellRow = new Float64Array(buffer, layout.cells, gridSize);
  const bounds = new Uint32Array(buffer, layout.bounds, gridSize + 1);
  const changes = new Uint32Array(buffer, layout.changes, bandBytes);
  const [levelTotals, laplacianTotals] = [layout.levelTotals, layout.laplacianTotals].map((at) => ({
    sum: new BigInt64Array(buffer, at, 1),
    squares: new BigUint64Array(buffer, at + 8, 1)
  }));
  if (!levelTotals || !laplacianTotals) throw new Error("the totals are missing");
  const setMask = (bytes, pixelBytes, isCompared) => {
    for (let at = 0; at < maskPeriodBytes; at++) {
      memory[layout.pattern + at] = at < bytes && isCompared(at % pixelBytes) ? 255 : 0;
    }
  };
  const findInBands = (page, isFound) => {
    const bytes = bytesOf(page.samples);
    const pixelBytes = page.channels * page.samples.BYTES_PER_ELEMENT;
    const step = Math.floor(bandBytes / pixelBytes) * pixelBytes;
    for (let at = 0; at < bytes.length; at += step) {
      const band = bytes.subarray(at, at + step);
      memory.set(band, layout.input);
      if (isFound(band.length)) return true;
    }
    return false;
  };
  const hasEqualColors2 = (page) => {
    if (page.channels <= 2) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    setMask(maskPeriodBytes, page.channels * sampleBytes, (byte) => byte < 2 * sampleBytes);
    return !findInBands(
      page,
      (bytes) => simd.hasDifference(layout.input, bytes, sampleBytes, layout.pattern) !== 0
    );
  };
  const isOpaque2 = (page) => {
    if (!hasAlphaChannel(page)) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    const pixelBytes = page.channels * sampleBytes;
    setMask(maskPeriodBytes, pixelBytes, (byte) => byte >= pixelBytes - sampleBytes);
    return !findInBands(page, (bytes) => simd.hasGap(layout.input, bytes, layout.pattern) !== 0);
  };
  const setPattern = (pixelBytes, sampleBytes, kept) => {
    const perStep = Math.floor(16 / pixelBytes);
    let to = layout.pattern;
    for (let pixel = 0; pixel < perStep; pixel++) {
      for (const sample of kept) {
        for (let byte = 0; byte < sampleBytes; byte++)
          memory[to++] = pixel * pixelBytes + sample * sampleBytes + byte;
      }
    }
  };
  const sumPage2 = (page, kept, onCanonical) => {
    const { width, height, channels, samples } = page;
    if (width < gridSize || height < gridSize || width > maxWidth || height > maxHeight) {
      return plainKernels.sumPage(page, kept, onCanonical);
    }
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const isWide = sampleBytes === 2;
    const keptChannels = countKeptChannels(kept);
    const isPacked = keptChannels < channels;
    const pixelBytes = channels * sampleBytes;
    const keptBytes = keptChannels * sampleBytes;
    const rowBytes = width * sampleBytes;
    const bytes = bytesOf(samples);
    const bandRows = Math.max(1, Math.min(maxBandRows, Math.floor(bandBytes / (width * pixelBytes))));
    const bandLevels = layout.levels + 2 * rowBytes;
    const readBand = (top, rows) => {
      const pixels = rows * width;
      const band = bytes.subarray(top * width * pixelBytes, (top + rows) * width * pixelBytes);
      const canonical = keptChannels === 1 ? bandLevels : layout.packed;
      if (isPacked) {
        memory.set(band, layout.input);
        simd.pack(layout.input, canonical, pixels, pixelBytes, keptBytes, layout.pattern);
        onCanonical(memory.subarray(canonical, canonical + pixels * keptBytes));
      } else {
        memory.set(band, canonical);
      }
      if (keptChannels === 2) takeGrey(pixels);
      else if (keptChannels > 2 && isWide) simd.levelsOfColor16(canonical, bandLevels, pixels, keptChannels);
      else if (keptChannels === 3) simd.levelsOfColor8(canonical, bandLevels, pixels);
      else if (keptChannels === 4) simd.levelsOfColorAlpha8(canonical, bandLevels, pixels);
    };
    const takeGrey = (pixels) => {
      setPattern(keptBytes, sampleBytes, [0]);
      simd.pack(layout.packed, bandLevels, pixels, keptBytes, sampleBytes, layout.pattern);
      if (isPacked) setKeptPattern();
    };
    const setKeptPattern = () => {
      const colors = kept.colors === 1 ? [0] : [0, 1, 2];
      setPattern(pixelBytes, sampleBytes, kept.alpha ? [...colors, channels - 1] : colors);
    };
    if (isPacked) setKeptPattern();
    else onCanonical(bytes);
    bins.fill(0);
    columns.fill(0, 0, width + 16);
    bounds.set(cellBounds(width));
    for (const { sum, squares } of [levelTotals, laplacianTotals]) {
      sum.fill(0n);
      squares.fill(0n);
    }
    const cells = new Float64Array(gridSize * gridSize);
    const cellRows = cellBounds(height);
    let cell = 0;
    for (let top = 0; top < height; top += bandRows) {
      const rows = Math.min(bandRows, height - top);
      readBand(top, rows);
      if (isWide) simd.countLevels16(bandLevels, rows * width, layout.bins, layout.levelTotals);
      else simd.countLevels8(bandLevels, rows * width, layout.bins);
      const firstInner = Math.max(1, top - 1);
      const endInner = top + rows - 1;
      if (endInner > firstInner) {
        const sumLaplacians2 = isWide ? simd.sumLaplacians16 : simd.sumLaplacians8;
        const at = bandLevels + (firstInner - top) * rowBytes;
        sumLaplacians2(at, width, endInner - firstInner, layout.laplacianTotals);
      }
      const addColumns = isWide ? simd.addColumns16 : simd.addColumns8;
      for (let row = top; row < top + rows; ) {
        const cellEnd = cellRows[cell + 1] ?? height;
        const end = Math.min(cellEnd, top + rows);
        addColumns(bandLevels + (row - top) * rowBytes, width, end - row, layout.columns);
        row = end;
        if (end < cellEnd) break;
        simd.foldColumns(layout.columns, layout.bounds, gridSize, layout.cells);
        cells.set(cellRow, cell * gridSize);
        cell++;
      }
      const bandEnd = bandLevels + rows * rowBytes;
      memory.copyWithin(layout.levels, bandEnd - 2 * rowBytes, bandEnd);
    }
    const histogram = Uint32Array.from({ length: 256 }, (_, bin) => {
      return (bins[bin] ?? 0) + (bins[bin + 256] ?? 0) + (bins[bin + 512] ?? 0) + (bins[bin + 768] ?? 0);
    });
    return {
      width,
      height,
      levelScale: isWide ? 257 : 1,
      histogram,
      ...isWide ? { levels: levelTotals.sum[0] ?? 0n, squaredLevels: levelTotals.squares[0] ?? 0n } : sumHistogram(histogram),
      laplacians: laplacianTotals.sum[0] ?? 0n,
      squaredLaplacians: laplacianTotals.squares[0] ?? 0n,
      cells
    };
  };
  const forEachRun2 = (page, isGrey, onRun) => {
    const { channels, samples } = page;
    const bytes = bytesOf(samples);
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const pixelBytes = channels * sampleBytes;
    const pixels = samples.length / channels;
    const bandPixels = Math.floor(bandBytes / pixelBytes) - 1;
    const comparedBytes = isGrey ? sampleBytes : 3 * sampleBytes;
    setMask(Math.floor(16 / pixelBytes) * pixelBytes, pixelBytes, (byte) => byte < comparedBytes);
    let runStart = 0;
    for (let first = 1; first < pixels; first += bandPixels) {
      const count = Math.min(bandPixels, pixels - first);
      memory.set(bytes.subarray((first - 1) * pixelBytes, (first + count) * pixelBytes), layout.input);
      const at = layout.input + pixelBytes;
      const found = simd.listChanges(at, count, pixelBytes, layout.pattern, first, layout.changes);
      for (let index = 0; index < found; index++) {
        const change = changes[index] ?? 0;
        onRun(runStart * channels, change - runStart);
        runStart = change;
      }
    }
    if (pixels > 0) onRun(runStart * channels, pixels - runStart);
  };
  return { hasEqualColors: hasEqualColors2, isOpaque: isOpaque2, sumPage: sumPage2, forEachRun: forEachRun2 };
}
function sumHistogram(histogram) {
  let levels = 0;
  let squaredLevels = 0;
  for (let level = 0; level < histogram.length; level++) {
    const pixels = histogram[level] ?? 0;
    levels += pixels * level;
    squaredLevels += pixels * level * level;
  }
  return { levels: BigInt(levels), squaredLevels: BigInt(squaredLevels) };
}

// src/fingerprint/kernels/choose-kernels.ts
var kernels = loadSimdKernels() ?? plainKernels;

// src/fingerprint/near-duplicates/keypoints.ts
var baseSigma = 1;
var octaves = 3;
var blursPerOctave = 5;
function findKeypoints(base, minStrength2) {
  const keypoints = [];
  let unit = 1;
  let grid = base;
  for (let octave = 0; octave < octaves && Math.min(grid.width, grid.height) >= 12; octave++) {
    const levels = blurLevels(grid);
    const differences = levels.slice(1).map((level, index) => subtract(level, levels[index] ?? level));
    for (let layer = 1; layer + 1 < differences.length; layer++) {
      const [below, here, above] = differences.slice(layer - 1, layer + 2);
      const level = levels[layer];
      if (below && here && above && level) {
        const sigma = baseSigma * Math.SQRT2 ** layer;
        collectExtrema(keypoints, below, here, above, level, sigma, unit, base, minStrength2);
      }
    }
    const next = resample(
      grid,
      ...fitSize(grid.width, grid.height, Math.round(Math.max(grid.width, grid.height) / 2))
    );
    unit = base.width / next.width;
    grid = next;
  }
  return keypoints.sort((a, b) => b.strength - a.strength || a.y - b.y || a.x - b.x);
}
function blurLevels(grid) {
  const levels = [blur(grid, baseSigma)];
  for (let index = 1; index < blursPerOctave; index++) {
    const before = levels[index - 1];
    if (before) levels.push(blur(before, baseSigma * Math.SQRT2 ** (index - 1)));
  }
  return levels;
}
function subtract(a, b) {
  return a.levels.map((level, at) => level - (b.levels[at] ?? 0));
}
function collectExtrema(keypoints, below, here, above, level, sigma, unit, base, minStrength2) {
  const { width, height } = level;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value = here[at] ?? 0;
      const size = Math.abs(value);
      if (size < minStrength2 || !isExtremum(value, at, width, below, here, above)) continue;
      const dx = vertex(here[at - 1] ?? 0, value, here[at + 1] ?? 0);
      const dy = vertex(here[at - width] ?? 0, value, here[at + width] ?? 0);
      const ds = vertex(below[at] ?? 0, value, above[at] ?? 0);
      keypoints.push({
        x: (x + dx + 0.5) * (base.width / width) - 0.5,
        y: (y + dy + 0.5) * (base.height / height) - 0.5,
        sigma: sigma * unit * Math.SQRT2 ** ds,
        strength: size,
        level,
        unit
      });
    }
  }
}
function isExtremum(value, at, width, below, here, above) {
  const sign = value < 0 ? -1 : 1;
  const size = sign * value;
  for (let row = -width; row <= width; row += width) {
    for (let near = at + row - 1; near <= at + row + 1; near++) {
      if (near !== at && sign * (here[near] ?? 0) >= size) return false;
      if (sign * (below[near] ?? 0) >= size || sign * (above[near] ?? 0) >= size) return false;
    }
  }
  return true;
}
function vertex(before, at, after) {
  const curvature = before - 2 * at + after;
  if (curvature === 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature)));
}

// src/fingerprint/near-duplicates/trim-borders.ts
var blankShare = 0.06;
var keptShare = 0.3;
function trimBorders(page, range) {
  const { width, height } = page;
  const limit = blankShare * range;
  let [left, top, right, bottom] = [0, 0, width, height];
  const minWidth = Math.ceil(keptShare * width);
  const minHeight = Math.ceil(keptShare * height);
  while (bottom - top > minHeight && isBlank(page, top * width, 1, width, limit)) top++;
  while (bottom - top > minHeight && isBlank(page, (bottom - 1) * width, 1, width, limit)) bottom--;
  const rows = bottom - top;
  while (right - left > minWidth && isBlank(page, top * width + left, width, rows, limit)) left++;
  while (right - left > minWidth && isBlank(page, top * width + right - 1, width, rows, limit)) right--;
  return { left, top, right, bottom };
}
function isBlank({ levels }, start, step, count, limit) {
  let low = levels[start] ?? 0;
  let high = low;
  for (let at = start, end = start + count * step; at < end; at += step) {
    const level = levels[at] ?? 0;
    if (level < low) low = level;
    else if (level > high) high = level;
    if (high - low > limit) return false;
  }
  return true;
}

// src/fingerprint/near-duplicates/patch-hash.ts
var patchSize = 16;
var termCount = 8;
var patchRadiusSigmas = 5.5;
var overhang = 0.08;
var cosines = Float32Array.from({ length: termCount * patchSize }, (_, index) => {
  const frequency = Math.floor(index / patchSize);
  return Math.cos(Math.PI * frequency * (2 * (index % patchSize) + 1) / (2 * patchSize));
});
var ambiguity = 0.12;
function readPatch(keypoint, into) {
  const { level, unit } = keypoint;
  const radius = patchRadiusSigmas * keypoint.sigma / unit;
  const x = (keypoint.x + 0.5) / unit - 0.5;
  const y = (keypoint.y + 0.5) / unit - 0.5;
  const slack = overhang * 2 * radius;
  if (x - radius < -0.5 - slack || x + radius > level.width - 0.5 + slack) return false;
  if (y - radius < -0.5 - slack || y + radius > level.height - 0.5 + slack) return false;
  const step = 2 * radius / patchSize;
  for (let row = 0, at = 0; row < patchSize; row++) {
    const fromY = y - radius + (row + 0.5) * step;
    for (let column = 0; column < patchSize; column++, at++) {
      into[at] = interpolate(level, x - radius + (column + 0.5) * step, fromY);
    }
  }
  return true;
}
function interpolate({ width, height, levels }, x, y) {
  const clampedX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const clampedY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.min(Math.floor(clampedX), Math.max(0, width - 2));
  const top = Math.min(Math.floor(clampedY), Math.max(0, height - 2));
  const dx = clampedX - left;
  const dy = clampedY - top;
  const at = top * width + left;
  const upper = (levels[at] ?? 0) * (1 - dx) + (levels[at + 1] ?? 0) * dx;
  const lower = (levels[at + width] ?? 0) * (1 - dx) + (levels[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}
function transformPatch(patch, terms) {
  const rows = new Float32Array(patchSize * termCount);
  for (let y = 0; y < patchSize; y++) {
    for (let u = 0; u < termCount; u++) {
      let sum = 0;
      for (let x = 0; x < patchSize; x++)
        sum += (patch[y * patchSize + x] ?? 0) * (cosines[u * patchSize + x] ?? 0);
      rows[y * termCount + u] = sum;
    }
  }
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      let sum = 0;
      for (let y = 0; y < patchSize; y++)
        sum += (rows[y * termCount + u] ?? 0) * (cosines[v * patchSize + y] ?? 0);
      terms[v * termCount + u] = sum * (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1) * 2 / patchSize;
    }
  }
}
function hashPatch(terms) {
  const horizontal = terms[1] ?? 0;
  const vertical = terms[termCount] ?? 0;
  let energy = 0;
  for (let at = 1; at < terms.length; at++) energy += (terms[at] ?? 0) ** 2;
  const limit = ambiguity * Math.sqrt(energy);
  const first = (Math.abs(horizontal) < Math.abs(vertical) ? 4 : 0) | posedFlips(horizontal, vertical, Math.abs(horizontal) < Math.abs(vertical));
  const poses = /* @__PURE__ */ new Set([first]);
  const turned = (first & 4) !== 0;
  const large = Math.max(Math.abs(horizontal), Math.abs(vertical));
  const small = Math.min(Math.abs(horizontal), Math.abs(vertical));
  if (small < limit / 2) poses.add(first ^ 2);
  if (large - small < limit / 2) poses.add((turned ? 0 : 4) | posedFlips(horizontal, vertical, !turned));
  return [...poses].map((orientation) => ({ ...signs(terms, orientation), orientation }));
}
function posedFlips(horizontal, vertical, turned) {
  const [x, y] = turned ? [vertical, horizontal] : [horizontal, vertical];
  return (x < 0 ? 1 : 0) | (y < 0 ? 2 : 0);
}
function signs(terms, orientation) {
  let high = 0;
  let low = 0;
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      if (u + v < 2) continue;
      const term = (orientation & 4 ? terms[u * termCount + v] : terms[v * termCount + u]) ?? 0;
      const flipped = ((orientation & 1) * u + (orientation >> 1 & 1) * v) % 2 === 1;
      if (flipped ? term < 0 : term > 0) {
        if (v < termCount / 2) high |= 1 << v * termCount + u;
        else low |= 1 << (v - termCount / 2) * termCount + u;
      }
    }
  }
  return { high: high >>> 0, low: low >>> 0 };
}

// src/fingerprint/near-duplicates/picture-description.ts
var thumbnailSide = 96;
var maxKeypoints = 48;
var minStrength = 1.2;
function describePicture(page) {
  const frame = trimBorders(page, levelRange(page));
  const size = fitSize(frame.right - frame.left, frame.bottom - frame.top, thumbnailSide);
  const { stretched, range } = stretch(resample(page, ...size, frame));
  const patch = new Float32Array(patchSize * patchSize);
  const terms = new Float32Array(64);
  const words = [];
  const places = [];
  let kept = 0;
  for (const keypoint of findKeypoints(stretched, minStrength)) {
    if (!readPatch(keypoint, patch)) continue;
    transformPatch(patch, terms);
    for (const { high, low, orientation } of hashPatch(terms)) {
      words.push(high, low);
      places.push(
        Math.round(keypoint.x * 2),
        Math.round(keypoint.y * 2),
        Math.round(Math.log2(keypoint.sigma) * 8),
        orientation
      );
    }
    if (++kept === maxKeypoints) break;
  }
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width: stretched.width,
    height: stretched.height,
    levels: Uint8Array.from(stretched.levels, Math.round),
    range,
    words: Uint32Array.from(words),
    places: Uint8Array.from(places)
  };
}
function levelRange({ levels }) {
  let low = Infinity;
  let high = -Infinity;
  const step = Math.max(1, Math.floor(levels.length / 4096));
  for (let at = 0; at < levels.length; at += step) {
    const level = levels[at] ?? 0;
    if (level < low) low = level;
    if (level > high) high = level;
  }
  return Math.max(0, high - low);
}
function stretch({ width, height, levels }) {
  const sorted = levels.slice().sort();
  const low = sorted[Math.floor(sorted.length * 2e-3)] ?? 0;
  const high = sorted[Math.ceil(sorted.length * 0.998) - 1] ?? 0;
  const range = high - low;
  const factor = range > 0 ? 255 / range : 0;
  return {
    stretched: {
      width,
      height,
      levels: levels.map((level) => Math.max(0, Math.min(255, (level - low) * factor)))
    },
    range
  };
}

// src/fingerprint/perceptual-hash.ts
var hashSize = 8;
var half = gridSize / 2;
var cosines2 = Float64Array.from({ length: hashSize * half }, (_, index) => {
  const frequency = Math.floor(index / half);
  const position = index % half;
  return Math.cos(Math.PI * frequency * (2 * position + 1) / (2 * gridSize));
});
var leastDifference = 1e-6;
function hashPerceptually(page) {
  const terms = transform(averageCells(page));
  const threshold = medianOf(terms) + leastDifference;
  let hash = "";
  for (let digit = 0; digit < terms.length; digit += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) value = value * 2 + ((terms[digit + bit] ?? 0) > threshold ? 1 : 0);
    hash += value.toString(16);
  }
  return hash;
}
function averageCells({ width, height, levelScale, cells }) {
  const columns = cellLengths(width);
  const rows = cellLengths(height);
  return cells.map((sum, cell) => {
    const pixels = (columns[cell % gridSize] ?? 1) * (rows[Math.floor(cell / gridSize)] ?? 1);
    return sum / pixels / levelScale;
  });
}
function cellLengths(length) {
  const bounds = cellBounds(length);
  return bounds.subarray(0, gridSize).map((from, cell) => Math.max(1, (bounds[cell + 1] ?? 0) - from));
}
function transform(cells) {
  const rows = new Float64Array(gridSize * hashSize);
  for (let y = 0; y < gridSize; y++) transformLine(cells, y * gridSize, 1, rows, y * hashSize, 1);
  const terms = new Float64Array(hashSize * hashSize);
  for (let u = 0; u < hashSize; u++) transformLine(rows, u, hashSize, terms, u, hashSize);
  return terms;
}
function transformLine(samples, at, step, terms, termsAt, termsStep) {
  const end = at + (gridSize - 1) * step;
  for (let frequency = 0; frequency < hashSize; frequency++) {
    const sign = frequency % 2 === 0 ? 1 : -1;
    let sum = 0;
    for (let position = 0, offset = 0; position < half; position++, offset += step) {
      const joined = (samples[at + offset] ?? 0) + sign * (samples[end - offset] ?? 0);
      sum += joined * (cosines2[frequency * half + position] ?? 0);
    }
    terms[termsAt + frequency * termsStep] = sum;
  }
}
function medianOf(values) {
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

// src/fingerprint/fingerprint-image.ts
async function fingerprintImage(bytes, limits, isDescribed = false) {
  const pixelsHash = createHash("sha256");
  const intensity = new IntensityTally();
  let first;
  let description;
  const { format, pages, bitDepth, channels, hasAlpha, orientation } = await decodeImage(
    bytes,
    limits,
    (page) => {
      const kept = findKeptChannels(page);
      const { width, height, samples } = page;
      pixelsHash.update(`${width} ${height} ${countKeptChannels(kept)} ${samples.BYTES_PER_ELEMENT}
`);
      const sums = kernels.sumPage(page, kept, (canonical) => pixelsHash.update(canonical));
      intensity.add(sums);
      if (isDescribed && !first) description = describePicture(toIntensity(page));
      first ??= sums;
    }
  );
  if (!first) throw new DecodeError("corrupt", "the file holds no page");
  return {
    kind: "image",
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    pixelsHash: pixelsHash.digest("hex"),
    format,
    width: first.width,
    height: first.height,
    pages,
    channels,
    bitDepth,
    orientation,
    hasAlpha,
    ...intensity.summarize(),
    sharpness: measureSharpness(first),
    perceptualHash: hashPerceptually(first),
    ...description && { description }
  };
}
function findKeptChannels(page) {
  return {
    colors: kernels.hasEqualColors(page) ? 1 : 3,
    alpha: hasAlphaChannel(page) && !kernels.isOpaque(page)
  };
}

export {
  decodeImage,
  decodeIndexMask,
  hasAlphaChannel,
  kernels,
  fingerprintImage
};
