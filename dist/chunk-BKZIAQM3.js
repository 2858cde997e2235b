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

// src/report/escape.ts
var invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
function revealInvisible(text) {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
function escapeTerminal(text, maxLength = Infinity) {
  return shortenMiddle(revealInvisible(text), maxLength).replace(/:(?=:)/g, ":\\").replaceAll("##[", "##\\[");
}
var markdownActive = /[&<>"`*_~|[\]!#\\@$]|:(?! |$)|(?<=\bwww)\.|(?<=\bgh)-(?=\d)|^(?:[-+=\s]|\d(?=\d{0,8}[.)](?: |$)))/giu;
var watchedByFilters = /[@#$:.-]/;
function escapeMarkdown(text, maxLength = Infinity) {
  return shortenMiddle(revealInvisible(text), maxLength).replace(markdownActive, (character) => {
    const reference = `&#${character.charCodeAt(0)};`;
    return watchedByFilters.test(character) ? `<span>${reference}</span>` : reference;
  });
}
function escapeHtml(text, maxLength = Infinity) {
  return shortenMiddle(revealInvisible(text), maxLength).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("##[", "##&#91;");
}
function escapeCommandData(text) {
  return text.replace(/[%\r\n]/g, encodePercent);
}
function escapeCommandProperty(text) {
  return text.replace(/[%\r\n:,]/g, encodePercent);
}
function encodePercent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

export {
  HoldoutError,
  ConfigError,
  DatasetError,
  EnvironmentError,
  formatLocation,
  withHint,
  shortenMiddle,
  revealInvisible,
  escapeTerminal,
  escapeMarkdown,
  escapeHtml,
  escapeCommandData,
  escapeCommandProperty
};
