import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

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
var strangeToMermaid = /%(?=%)|[^\p{L}\p{N} ,.!()%+=_\/…–-]/gu;
function escapeMermaid(text, maxLength = Infinity) {
  return shortenMiddle(text.replace(invisible, "▯"), maxLength).replace(strangeToMermaid, "▯");
}
function escapeHtml(text, maxLength = Infinity) {
  return shortenMiddle(revealInvisible(text), maxLength).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("##[", "##&#91;");
}
function escapeXml(text, maxLength = Infinity) {
  return escapeHtml(text.replace(nonCharacters, "�"), maxLength);
}
var nonCharacters = new RegExp("\\p{Noncharacter_Code_Point}", "gu");
function escapeSarif(text) {
  return text.replace(/[\\[\]]/g, (character) => `\\${character}`).replace(/[{}]/g, (brace) => brace + brace);
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
  revealInvisible,
  escapeTerminal,
  escapeMarkdown,
  escapeMermaid,
  escapeHtml,
  escapeXml,
  escapeSarif,
  escapeCommandData,
  escapeCommandProperty
};
