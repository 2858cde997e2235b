/** Bytes of a buffer: some hundred arrays of one field of a fingerprint. */
const bufferBytes = 1 << 18;
/** Every array begins at a multiple of this, so that it may be of numbers of any kind. */
const alignment = 8;

/**
 * Keeps many arrays in one buffer: with a buffer each, to allocate and collect them takes longer than to fill them. A buffer
 * stays as long as one of its arrays is in use; arrays that are let go together are to have a slab of their own.
 */
export class Slab {
  #bytes = new Uint8Array(0);
  #used = 0;

  /** Keeps a copy. @returns the buffer that holds it, and where in it */
  keep(bytes: Uint8Array): { readonly buffer: ArrayBuffer; readonly start: number } {
    if (this.#used + bytes.length > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.max(bufferBytes, bytes.length));
      this.#used = 0;
    }
    const start = this.#used;
    this.#bytes.set(bytes, start);
    this.#used += Math.ceil(bytes.length / alignment) * alignment;
    return { buffer: this.#bytes.buffer, start };
  }
}
