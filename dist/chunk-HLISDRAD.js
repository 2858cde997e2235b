import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/entry/version.ts
var version = true ? "0.1.0" : readVersion();

export {
  version
};
