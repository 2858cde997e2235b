import { describe, expect, it } from 'vitest';
import { listMessages } from './problems.ts';

const refused: Record<string, [text: string, message: string]> = {
  'an empty file': ['', 'holdout.yml:1:1: this file is empty, expected at least dataset and samples'],
  'comments alone': ['# a\n', 'holdout.yml:1:1: this file is empty, expected at least dataset and samples'],
  'a list at the top': [
    '- a\n- b\n',
    'holdout.yml:1:1: found a list of 2, expected a mapping with the keys dataset, samples, labels, task, baseline, checks, report, accept, limits',
  ],
  'a text at the top': [
    'hello',
    'holdout.yml:1:1: found "hello", expected a mapping with the keys dataset, samples, labels, task, baseline, checks, report, accept, limits',
  ],
  'a null at the top': [
    'null',
    'holdout.yml:1:1: found nothing, expected a mapping with the keys dataset, samples, labels, task, baseline, checks, report, accept, limits',
  ],
  'a tab': ['dataset:\n\tname: x\n', 'holdout.yml:2:1: a tab indents this line, expected spaces'],
  'two documents': [
    'a: 1\n---\nb: 1\n',
    'holdout.yml:2:1: a second document starts here, expected one document in the file',
  ],
  'an older YAML': [
    '%YAML 1.1\n---\na: off\n',
    'holdout.yml:1:1: this file declares YAML 1.1, expected YAML 1.2 (remove the %YAML line)',
  ],
  'a key twice': [
    'dataset: {name: x, name: y}',
    'holdout.yml:1:20: the key "name" stands here a second time',
  ],
  'a merge key': [
    '<<: {a: 1}',
    'holdout.yml:1:1: merge keys ("<<") are not read, expected the keys themselves',
  ],
  'a number as key': ['1: x', 'holdout.yml:1:1: the key 1 is a number, expected text (put it in quotes)'],
  'a list as key': ['? [a]\n: 1', 'holdout.yml:1:3: this key is no text, expected a name'],
  __proto__: ['{"__proto__": {}}', 'holdout.yml:1:2: the key "__proto__" is reserved, expected another name'],
  'the name of a method': [
    'samples: {splits: {constructor: a.txt}}',
    'holdout.yml:1:20: the key "constructor" is reserved, expected another name',
  ],
  'a tag': [
    'a: !!js/function x',
    'holdout.yml:1:18: unknown tag "tag:yaml.org,2002:js/function", expected a plain value',
  ],
  'an alias to nothing': [
    'a: *x',
    'holdout.yml:1:4: the alias "*x" refers to nothing, expected an anchor "&x" before it',
  ],
  'an alias to itself': ['a: &a {b: *a}', 'holdout.yml:1:11: the alias "*a" stands inside what it refers to'],
  'a colon too many': [
    'a: b: c',
    'holdout.yml:1:4: a second "key:" on one line (put a text that holds ": " in quotes)',
  ],
  'a quote too few': ['a: "x', 'holdout.yml:1:6: the YAML cannot be read: Missing closing "quote'],
  'a mebibyte of text': [
    'x'.repeat(1_000_001),
    'holdout.yml:1:1: this file is longer than 1,000,000 characters, too long for a config',
  ],
  'brackets without end': [
    '['.repeat(200_000),
    'holdout.yml:1:66: lists and mappings are nested more than 64 levels deep',
  ],
  // Composing this ends the process: the parser recurses until the engine has no stack left for a regular expression.
  'brackets within brackets': [
    '['.repeat(100_000) + ']'.repeat(100_000),
    'holdout.yml:1:66: lists and mappings are nested more than 64 levels deep',
  ],
  'lists within lists without brackets': [
    '- '.repeat(50_000),
    'holdout.yml:1:131: lists and mappings are nested more than 64 levels deep',
  ],
};

describe('a hostile holdout.yml', () => {
  it.each(Object.entries(refused))('with %s is refused in a sentence', (_, [text, message]) => {
    expect(listMessages(text)).toContain(message);
  });

  it('cannot grow through aliases', () => {
    const levels = Array.from('bcdefghij', (name, at) => {
      const below = String.fromCharCode(name.charCodeAt(0) - 1);
      return `${name}${at}: &${name} [${Array.from({ length: 10 }, () => `*${below}`).join(',')}]`;
    });
    expect(listMessages(`x: &a [1,1,1,1,1,1,1,1,1,1]\n${levels.join('\n')}\n`)).toContain(
      'holdout.yml:4:30: the aliases of this file stand for more than 10,000 values',
    );
  });

  it('cannot send control characters, hidden or turned text to the terminal, nor a page of it', () => {
    const [, , message] = listMessages(`"\\e[2J\\u202E\\u200B\\r\\n::error::\\uD800${'x'.repeat(500)}": 1`);
    expect(message).toBe(
      `holdout.yml:1:1: unknown key "\\u{1b}[2J\\u{202e}\\u{200b}\\r\\n::error::\\u{d800}${'x'.repeat(42)}…", expected one of dataset, samples, labels, task, baseline, checks, report, accept, limits`,
    );
  });

  it('with a hundred thousand keys is answered within seconds', () => {
    const keys = Array.from({ length: 80_000 }, (_, at) => `key${at}: 1`).join('\n');
    const start = performance.now();
    expect(listMessages(keys)).toHaveLength(101);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
