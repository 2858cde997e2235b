// The build resolves this import to sharp's own JavaScript, with the binding that `sharp-binding.ts` holds.
export { default } from 'sharp';
