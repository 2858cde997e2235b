import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  ConfigError,
  HoldoutError,
  formatLocation,
  withHint
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/describe-error.ts
import { join } from "node:path";
function describeError(error, directory) {
  if (error instanceof ConfigError) {
    return error.problems.map(({ message, hint, location }) => {
      const place = formatLocation({ ...location, file: join(directory, location.file) });
      return `${escapeTerminal(`${place}: ${withHint(message, hint)}`)}
`;
    }).join("");
  }
  if (error instanceof HoldoutError)
    return `holdout: ${escapeTerminal(withHint(error.message, error.hint))}
`;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const lines = stack.split("\n").map((line) => escapeTerminal(line));
  return `holdout itself failed; please report this:
${lines.join("\n")}
`;
}
export {
  describeError
};
