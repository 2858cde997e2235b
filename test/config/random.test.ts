import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseConfig } from '../../src/config/parse.ts';
import { ConfigError } from '../../src/model/errors.ts';
import { declarations } from './declarations.ts';

const seed = 20_261;
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _.-]{0,12}$/);
const path = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}(\/[a-z0-9]{1,5}){0,2}$/);
const paths = fc.oneof(path, fc.array(path, { minLength: 1, maxLength: 3 }));
const severity = fc.constantFrom('error', 'warning', 'info', 'off');

/** Valid configs, not all keys of each. */
const config = fc.record(
  {
    dataset: fc.record({ name, description: fc.string() }, { requiredKeys: ['name'] }),
    samples: fc.record(
      {
        files: paths,
        root: path,
        labelRoot: path,
        splits: fc.dictionary(path, paths, { minKeys: 1, maxKeys: 3 }),
      },
      { requiredKeys: ['files'] },
    ),
    labels: fc
      .uniqueArray(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 5 })
      .map((indices) => ({ kind: 'mask', classes: indices.map((index) => ({ name: `c${index}`, index })) })),
    checks: fc.record(
      {
        'leakage/subject': severity,
        'subjects/count': fc.tuple(severity, fc.record({ minPerSplit: fc.integer({ min: 1, max: 99 }) })),
      },
      { requiredKeys: [] },
    ),
    limits: fc.record({ pixels: fc.integer({ min: 1, max: 1e9 }) }, { requiredKeys: [] }),
  },
  { requiredKeys: ['dataset', 'samples'] },
);

/** Keys that the schema knows and some that it does not, so that random documents get below the first level. */
const key = fc.constantFrom(
  ...['dataset', 'samples', 'labels', 'checks', 'accept', 'limits', 'name', 'classes', 'color', 'index'],
  ...[
    'subject',
    'pattern',
    'groups',
    'manifest',
    'splits',
    'ignore',
    'kind',
    'leakage/subject',
    'subjects/count',
  ],
  ...['__proto__', 'toString', '', 'a b', '<<', '0'],
);
const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('mask', '#640064', '(?<subject>x)', '{stem}', '(', '2027-01-31', 'off'),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

function expectAnswer(text: string): void {
  try {
    parseConfig(text, 'c.yml', declarations);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    if (!(error instanceof ConfigError)) return;
    const lines = text.split(/\r\n|\n|\r/);
    const places = error.problems.map(({ location: { line = 0, column = 0 } }) => ({ line, column }));
    expect(places.length).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => a.line - b.line || a.column - b.column));
    for (const { line, column } of places) {
      expect(lines[line - 1]).toBeDefined();
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
    for (const { message, hint = '' } of error.problems) expect(message + hint).not.toMatch(/\p{C}/u);
  }
}

describe('parseConfig on generated documents', () => {
  it('answers any JSON document, with places inside the text, in order', () => {
    fc.assert(
      fc.property(tree, (value) => expectAnswer(JSON.stringify(value, undefined, 1))),
      { seed, numRuns: 150 },
    );
  });

  it('answers any text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'dataset',
        ':',
        ': ',
        '- ',
        '? ',
        '\n',
        '\r',
        '\t',
        ' ',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '#',
      ],
      ...[
        '&a ',
        '*a',
        '!!str ',
        '!x ',
        '|',
        '>',
        '%',
        '---',
        '...',
        '\\',
        '\uFEFF',
        '\u0000',
        '\uD800',
        '0',
        '~',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectAnswer(pieces.join(''))),
      { seed, numRuns: 500 },
    );
  });

  it('reads a valid config the same from YAML and from JSON', () => {
    fc.assert(
      fc.property(config, (value) => {
        const fromJson = parseConfig(JSON.stringify(value), 'c', declarations);
        expect(parseConfig(stringify(value), 'c', declarations)).toEqual(fromJson);
        expect(fromJson.dataset).toEqual(value.dataset);
      }),
      { seed, numRuns: 60 },
    );
  });
});
