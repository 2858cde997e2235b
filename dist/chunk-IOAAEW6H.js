import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  chooseBinding
} from "./chunk-KE2W6PSO.js";
import {
  DecodeError,
  requireWithinLimits
} from "./chunk-QRAUKKSE.js";

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
  return (await import("./sharp-bundled-S2ERHM4D.js")).default;
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

export {
  decodeImage,
  decodeIndexMask
};
