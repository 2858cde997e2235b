import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  DecodeError,
  toFailure
} from "./chunk-QRAUKKSE.js";
import {
  blobIdOf,
  packDescription
} from "./chunk-GBST2ZXL.js";
import "./chunk-H6ZNR5XL.js";

// src/fingerprint/worker.ts
import { createHash } from "node:crypto";

// src/fingerprint/read-file.ts
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { sep } from "node:path";
function readRegularFile(absolutePath, folder, maxBytes) {
  try {
    return readBounded(absolutePath, folder, maxBytes);
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const detail = reasons[code] ?? `the file cannot be read (${code})`;
    throw new DecodeError("missing", detail, { cause: error });
  }
}
var reasons = {
  ENOENT: "the file is not there",
  ENOTDIR: "the file is not there",
  EACCES: "the file may not be read",
  EPERM: "the file may not be read",
  ELOOP: "the file has become a link",
  // What the open of a socket says.
  ENXIO: "no regular file"
};
function readBounded(absolutePath, folder, maxBytes) {
  const target = realpathSync.native(absolutePath);
  if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    throw new DecodeError("missing", "a link that leads out of the dataset");
  }
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
  const file = openSync(target, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new DecodeError("missing", "no regular file");
    if (status.size > maxBytes) throw new DecodeError("too-large", `${status.size} bytes`);
    return readWhole(file, status.size);
  } finally {
    closeSync(file);
  }
}
function readWhole(file, size) {
  const bytes = Buffer.allocUnsafeSlow(size + 1);
  let read = 0;
  while (read <= size) {
    const more = readSync(file, bytes, read, bytes.length - read, null);
    if (more === 0) break;
    read += more;
  }
  if (read !== size) throw new DecodeError("corrupt", "the file changed while it was read");
  return bytes.subarray(0, size);
}

// src/fingerprint/worker.ts
var settings;
var knownContents;
var decoders;
var last = Promise.resolve();
process.on("message", (input) => {
  if ("settings" in input) take(input.settings);
  else last = last.then(async () => send({ answer: await answer(input.job) }));
});
process.on("disconnect", () => process.exit());
try {
  const [{ fingerprintImage }, { fingerprintMask }, { hashPixels }] = await Promise.all([
    import("./fingerprint-image-H44B5IAE.js"),
    import("./fingerprint-mask-YWP4GQXG.js"),
    import("./hash-pixels-Y56F2SU7.js")
  ]);
  decoders = { fingerprintImage, fingerprintMask, hashPixels };
  send({ ready: true });
} catch (error) {
  send({ unavailable: error instanceof Error ? error.message : String(error) });
}
function take(given) {
  settings = given;
  knownContents = given.known && {
    image: listHashes(given.known.image),
    mask: listHashes(given.known.mask)
  };
}
function listHashes(bytes) {
  const hex = Buffer.from(bytes).toString("hex");
  return new Set(Array.from({ length: hex.length / 64 }, (_, at) => hex.slice(64 * at, 64 * at + 64)));
}
function send(output) {
  process.send?.(output);
}
async function answer(job) {
  const { absolutePath, folder, role } = job;
  try {
    if (!settings) throw new DecodeError("crash", "the worker was given a job before its settings");
    const { limits, palette } = settings;
    const bytes = readRegularFile(absolutePath, folder, limits.fileBytes);
    if (role === "pixels") return await requireDecoders().hashPixels(bytes, limits);
    if (role === "image-thumbnail") {
      const { thumbnailImage } = await import("./thumbnail-image-EWYOZNBY.js");
      return await thumbnailImage(bytes, limits, job.edge, job.orientation);
    }
    if (role === "mask-thumbnail") {
      const { thumbnailMask } = await import("./thumbnail-mask-N6YUHMBN.js");
      return await thumbnailMask(bytes, requirePalette(palette), limits, job.edge);
    }
    if (!knownContents) return await fingerprint(bytes, role, settings);
    const identity = identify(bytes);
    if (knownContents[role].has(identity.bytesHash)) return { kind: "identified", identity };
    return { kind: "identified", identity, answer: await fingerprint(bytes, role, settings) };
  } catch (error) {
    return toFailure(error);
  }
}
async function fingerprint(bytes, role, { limits, palette, describesImages }) {
  const { fingerprintImage, fingerprintMask } = requireDecoders();
  if (role === "mask") return fingerprintMask(bytes, requirePalette(palette), limits);
  const { description, ...image } = await fingerprintImage(bytes, limits, describesImages);
  return { kind: "image", image, ...description && { description: packDescription(description) } };
}
function requireDecoders() {
  if (!decoders) throw new DecodeError("crash", "the worker was given a job before it was ready");
  return decoders;
}
function requirePalette(palette) {
  if (!palette) throw new DecodeError("crash", "the worker was given a mask without a palette");
  return palette;
}
function identify(bytes) {
  return {
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    blobId: blobIdOf(bytes),
    bytes: bytes.length
  };
}
