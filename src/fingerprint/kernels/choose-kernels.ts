import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';

export const kernels: Kernels = plainKernels;
