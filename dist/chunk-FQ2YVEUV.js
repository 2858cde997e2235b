import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  EnvironmentError,
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/adapters/write-file.ts
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function replaceFile(path, content) {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, content, { flag: "wx" });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    if (cause instanceof HoldoutError) throw cause;
    throw new EnvironmentError(`${path} cannot be written`, {
      hint: "name a file in a folder that can be written",
      cause
    });
  }
}

export {
  replaceFile
};
