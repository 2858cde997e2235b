/** What sharp's JavaScript calls: a native addon or the WebAssembly build, with the same functions. */
export type SharpBinding = object;

let chosen: SharpBinding | undefined;

export function chooseBinding(binding: SharpBinding): void {
  chosen = binding;
}

/** @throws Error before `chooseBinding` was called */
export function chosenBinding(): SharpBinding {
  if (!chosen) throw new Error('sharp was loaded before its binding was chosen');
  return chosen;
}
