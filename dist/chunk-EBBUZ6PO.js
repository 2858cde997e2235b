import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/follow-path.ts
function followPath(value, path) {
  return path.reduce((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return void 0;
    return inner[key];
  }, value);
}

export {
  followPath
};
