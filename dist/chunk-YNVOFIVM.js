import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/fingerprint.ts
var percentileRanks = [1, 5, 25, 50, 75, 95, 99];

export {
  percentileRanks
};
