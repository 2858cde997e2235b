import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/fingerprint/near-duplicates/description/packed-description.ts
var wordBytes = 8;
var placeBytes = 4;
function packDescription({ levels, words, places, ...rest }) {
  const packed = new Uint8Array(words.byteLength + places.length + levels.length);
  packed.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  packed.set(places, words.byteLength);
  packed.set(levels, words.byteLength + places.length);
  return { ...rest, packed };
}
function unpackDescription({ packed, ...rest }) {
  const count = (packed.length - rest.width * rest.height) / (wordBytes + placeBytes);
  const placesAt = count * wordBytes;
  const levelsAt = placesAt + count * placeBytes;
  return {
    ...rest,
    // Copies, since words must begin at a multiple of four bytes.
    words: new Uint32Array(Uint8Array.from(packed.subarray(0, placesAt)).buffer),
    places: Uint8Array.from(packed.subarray(placesAt, levelsAt)),
    levels: Uint8Array.from(packed.subarray(levelsAt))
  };
}

// src/fingerprint/cache/blob-id.ts
import { createHash } from "node:crypto";
function blobIdOf(bytes) {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
function pointerIdOf(bytesHash, bytes) {
  const pointer = `version https://git-lfs.github.com/spec/v1
oid sha256:${bytesHash}
size ${bytes}
`;
  return pointer.length === bytes ? void 0 : blobIdOf(Buffer.from(pointer));
}

export {
  packDescription,
  unpackDescription,
  blobIdOf,
  pointerIdOf
};
