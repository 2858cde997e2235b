import type { Kernels } from './kernels.ts';
import { makePlainKernels } from './plain-kernels.ts';
import { simdBinary } from './simd-binary.ts';

/** Kernels and the memory that they work in. */
export interface KernelMemory {
  readonly kernels: Kernels;
  readonly doubles: Float64Array<ArrayBuffer>;
}

/** The first bytes are the compiler's. */
const firstByte = 1024;
/** What starts with a line of the processor's cache is read fastest. */
const lineBytes = 64;
const pageBytes = 65_536;

/** What lies where in a memory: arrays that kernels read, and room that they write to. */
export class MemoryPlan {
  #bytes = firstByte;
  readonly #arrays: { readonly at: number; readonly array: Float64Array | Int32Array }[] = [];

  /** @returns where the array will lie, in bytes */
  place(array: Float64Array | Int32Array): number {
    const at = this.reserve(array.byteLength / 8);
    this.#arrays.push({ at, array });
    return at;
  }

  /** @returns where as many doubles will lie, 0 at first, in bytes */
  reserve(doubles: number): number {
    const at = this.#bytes;
    this.#bytes += lineBytes * Math.ceil((8 * doubles) / lineBytes);
    return at;
  }

  /**
   * The memory with the arrays in it, until another is opened.
   * @param open for tests: opens memory of as many bytes
   */
  open(open = openMemory): KernelMemory {
    const { kernels, doubles } = open(this.#bytes);
    doubles.fill(0, firstByte / 8, this.#bytes / 8);
    for (const { at, array } of this.#arrays)
      new (array instanceof Int32Array ? Int32Array : Float64Array)(doubles.buffer, at, array.length).set(
        array,
      );
    return { kernels, doubles };
  }
}

interface SimdModule extends Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
}

let simdModule: SimdModule | undefined;

/** Kernels in WebAssembly; in TypeScript where the processor lacks SIMD instructions, or so much memory is not to be had. */
function openMemory(bytes: number): KernelMemory {
  return openSimdMemory(bytes) ?? openPlainMemory(bytes);
}

/** Undefined where there is none. */
export function openSimdMemory(bytes: number): KernelMemory | undefined {
  try {
    simdModule ??= loadSimdModule();
    const { memory } = simdModule;
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
    if (missing > 0) memory.grow(missing);
    return { kernels: simdModule, doubles: new Float64Array(memory.buffer) };
  } catch {
    return undefined;
  }
}

export function openPlainMemory(bytes: number): KernelMemory {
  const memory = new ArrayBuffer(pageBytes * Math.ceil(bytes / pageBytes));
  return { kernels: makePlainKernels(memory), doubles: new Float64Array(memory) };
}

function loadSimdModule(): SimdModule {
  const module = new WebAssembly.Module(Buffer.from(simdBinary, 'base64'));
  return new WebAssembly.Instance(module).exports as unknown as SimdModule;
}
