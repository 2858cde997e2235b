import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// scripts/build/sharp-binding.ts
var chosen;
function chooseBinding(binding) {
  chosen = binding;
}
function chosenBinding() {
  if (!chosen) throw new Error("sharp was loaded before its binding was chosen");
  return chosen;
}

export {
  chooseBinding,
  chosenBinding
};
