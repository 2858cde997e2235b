import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';
import { loadSimdKernels } from './simd-kernels.ts';

/** The fastest kernels that this machine runs; all give the same. */
export const kernels: Kernels = loadSimdKernels() ?? plainKernels;
