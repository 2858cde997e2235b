import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/errors.ts
var HoldoutError = class extends Error {
  code;
  hint;
  constructor(code, message, options = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
};
var ConfigError = class extends HoldoutError {
  problems;
  constructor(problems) {
    super("config", problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
};
var DatasetError = class extends HoldoutError {
  constructor(message, options = {}) {
    super("dataset", message, options);
  }
};
var EnvironmentError = class extends HoldoutError {
  constructor(message, options = {}) {
    super("environment", message, options);
  }
};
function formatLocation({ file, line, column }) {
  return [file, line, column].filter((part) => part !== void 0).join(":");
}
function withHint(message, hint) {
  return hint === void 0 ? message : `${message} (${hint})`;
}
function describeProblem({ message, location, hint }) {
  return `${formatLocation(location)}: ${withHint(message, hint)}`;
}

// src/model/shorten-text.ts
function shortenMiddle(text, maxLength) {
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;
  const tailLength = Math.floor((maxLength - 1) / 2);
  const head = characters.slice(0, maxLength - 1 - tailLength);
  return [...head, "…", ...characters.slice(characters.length - tailLength)].join("");
}

export {
  HoldoutError,
  ConfigError,
  DatasetError,
  EnvironmentError,
  formatLocation,
  withHint,
  shortenMiddle
};
