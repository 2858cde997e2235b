import { Composer, CST, Parser } from 'yaml';
import type { Document } from 'yaml';
import type { LocatedNode } from './located-node.ts';
import { locateNodes } from './locate-nodes.ts';
import type { Mistake } from './mistake.ts';
import { explainSyntaxError } from './explain-syntax.ts';

/** A config is a page of text; a file of this size is something else, or an attack. */
const longestText = 1_000_000;

/** The deepest place of a valid config is 6 levels down. */
const deepestNesting = 64;

const mostSyntaxErrors = 10;

export type ReadDocument =
  | { readonly kind: 'tree'; readonly root: LocatedNode; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'unreadable'; readonly mistakes: readonly Mistake[] };

/** Reads YAML 1.2 (and so JSON) into values with their places. Never throws, whatever the text. */
export function readDocument(text: string): ReadDocument {
  if (text.length > longestText)
    return refuse({
      offset: 0,
      message: 'this file is longer than 1,000,000 characters, too long for a config',
    });
  const tokens = [...new Parser().parse(text)];
  const tooDeep = findTooDeep(tokens);
  if (tooDeep !== undefined)
    return refuse({
      offset: tooDeep,
      message: `lists and mappings are nested more than ${deepestNesting} levels deep`,
    });
  // Duplicate keys are found while locating: the composer compares every key with every other one.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, resolveKnownTags: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const errors = document ? [...document.errors, ...(second?.errors ?? [])] : [];
  if (errors.length > 0)
    return refuse(...errors.slice(0, mostSyntaxErrors).map((error) => explainSyntaxError(error, text)));
  if (second)
    return refuse({
      offset: second.range[0],
      message: 'a second document starts here, expected one document in the file',
    });
  return document ? readComposed(document) : refuse(emptyFile);
}

const emptyFile: Mistake = {
  offset: 0,
  message: 'this file is empty, expected at least dataset and samples',
};

function readComposed(document: Document.Parsed): ReadDocument {
  const version = document.directives.yaml.version;
  if (version !== '1.2')
    return refuse({
      offset: 0,
      message: `this file declares YAML ${version}, expected YAML 1.2 (remove the %YAML line)`,
    });
  const { contents } = document;
  // An empty file is a null that nobody wrote.
  if (contents === null || contents.range[0] === contents.range[1]) return refuse(emptyFile);
  return locateNodes(contents);
}

function refuse(...mistakes: readonly Mistake[]): ReadDocument {
  return { kind: 'unreadable', mistakes };
}

/**
 * Where the nesting gets too deep, if anywhere. Asked before the text is composed, since the composer
 * recurses: tens of thousands of brackets end the process there, in a way that cannot be caught.
 */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > deepestNesting) return token.offset;
    if (token.type === 'document') {
      if (token.value) waiting.push({ token: token.value, depth });
    } else if (CST.isCollection(token)) {
      for (const { key, value } of token.items) {
        if (key) waiting.push({ token: key, depth: depth + 1 });
        if (value) waiting.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
