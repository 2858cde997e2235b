import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  DecodeError,
  toFailure
} from "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";

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
var decoders;
var last = Promise.resolve();
process.on("message", (input) => {
  if ("settings" in input) settings = input.settings;
  else last = last.then(async () => send({ answer: await answer(input.job) }));
});
process.on("disconnect", () => process.exit());
try {
  const [images, masks] = await Promise.all([
    import("./fingerprint-image-Y6RN5FSO.js"),
    import("./fingerprint-mask-BZE6ICDZ.js")
  ]);
  decoders = { fingerprintImage: images.fingerprintImage, fingerprintMask: masks.fingerprintMask };
  send({ ready: true });
} catch (error) {
  send({ unavailable: error instanceof Error ? error.message : String(error) });
}
function send(output) {
  process.send?.(output);
}
async function answer(job) {
  const { absolutePath, folder, role } = job;
  try {
    if (!settings || !decoders)
      throw new DecodeError("crash", "the worker was given a job before its settings");
    const { limits, palette, describesImages } = settings;
    const bytes = readRegularFile(absolutePath, folder, limits.fileBytes);
    if (role === "image") return await decoders.fingerprintImage(bytes, limits, describesImages);
    if (role === "image-thumbnail") {
      const { thumbnailImage } = await import("./thumbnail-image-EWYOZNBY.js");
      return await thumbnailImage(bytes, limits, job.edge, job.orientation);
    }
    if (!palette) throw new DecodeError("crash", "the worker was given a mask without a palette");
    if (role === "mask-thumbnail") {
      const { thumbnailMask } = await import("./thumbnail-mask-HWJ5NPQJ.js");
      return await thumbnailMask(bytes, palette, limits, job.edge);
    }
    return await decoders.fingerprintMask(bytes, palette, limits);
  } catch (error) {
    return toFailure(error);
  }
}
