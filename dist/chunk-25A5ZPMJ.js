import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  escapeHtml,
  escapeMarkdown,
  escapeMermaid,
  escapeXml
} from "./chunk-3ZFVE422.js";

// src/report/markup.ts
var Markup = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
var fillHtml = createTemplate(escapeHtml);
var fillMarkdown = createTemplate(escapeMarkdown);
var fillXml = createTemplate(escapeXml);
var fillMermaid = createTemplate(escapeMermaid);
var emptyMarkup = new Markup("");
function joinMarkup(parts, separator) {
  return new Markup(parts.map(({ text }) => text).join(separator));
}
function createTemplate(escape) {
  return (literals, ...fillings) => {
    const parts = literals.map((literal, index) => {
      const filling = fillings[index];
      return filling === void 0 ? literal : literal + fill(filling, escape);
    });
    return new Markup(parts.join(""));
  };
}
function fill(filling, escape) {
  if (typeof filling === "string") return escape(filling);
  if (typeof filling === "number") return escape(String(filling));
  if (filling instanceof Markup) return filling.text;
  return filling.map(({ text }) => text).join("");
}

export {
  Markup,
  fillHtml,
  fillMarkdown,
  fillXml,
  fillMermaid,
  emptyMarkup,
  joinMarkup
};
