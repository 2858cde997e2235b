import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/report/object-schema.ts
function describeObject(description, { required, optional }) {
  return {
    description,
    type: "object",
    additionalProperties: false,
    required: Object.keys(required).sort(),
    properties: { ...required, ...optional }
  };
}

export {
  describeObject
};
