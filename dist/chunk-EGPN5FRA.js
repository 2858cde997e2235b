import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  maxResultBytes,
  readBaselineResult
} from "./chunk-FENALNLU.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/adapters/read-bounded-text.ts
import { constants } from "node:fs";
import { open } from "node:fs/promises";
async function readBoundedText(path, maxBytes) {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (!status.isFile()) throw new HoldoutError("usage", `${path} is no file`);
      if (status.size > maxBytes)
        throw new HoldoutError("usage", `${path} has ${status.size} bytes; at most ${maxBytes} are read`);
      return await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof HoldoutError) throw cause;
    throw new HoldoutError("usage", `${path} cannot be read`, {
      hint: "check that it is there and its permissions",
      cause
    });
  }
}

// src/entry/load-baseline-result.ts
async function loadBaselineResult(path, shown) {
  return readBaselineResult(await readBoundedText(path, maxResultBytes), shown);
}

export {
  loadBaselineResult
};
