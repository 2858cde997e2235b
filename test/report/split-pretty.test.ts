import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { renderSplit } from '../../src/report/split-pretty.ts';
import type { SplitProposal } from '../../src/split/proposal.ts';

const hostile = 'P7\u001b[2J\n::error::x\u202e';

function buildProposal(name: string): SplitProposal {
  const place = (split: string) => ({ name: split, samples: 3, share: 0.75, components: 2 });
  return {
    assignment: new Map(),
    splits: ['train', 'test'].map((split) => ({
      name: split,
      wanted: 0.5,
      samples: 1234,
      share: 0.5,
      subjects: 7,
      components: 7,
      mixes: [],
    })),
    strata: [
      {
        dimension: 'class',
        stratum: name,
        samples: 6,
        components: 4,
        share: 0.5,
        splits: [place('train'), place('test')],
      },
    ],
    moves: [{ component: name, from: 'test', to: 'train', samples: 1 }],
    cost: { after: { total: 0.1, terms: [] }, before: { total: 0.25, terms: [] } },
    isProven: true,
    limits: [{ kind: 'few-subjects', message: `${name} is all there is` }],
  };
}

it('shows sizes, strata, moves, limits and cost', () => {
  expect(renderSplit(buildProposal('liver'), { color: false })).toBe(
    [
      'split  samples   share  wanted  subjects',
      'train    1,234  50.0 %  50.0 %         7',
      'test     1,234  50.0 %  50.0 %         7',
      '',
      '             all       train        test',
      'class liver    6  3 (75.0 %)  3 (75.0 %)',
      '',
      '1 sample moves',
      '  liver: 1 sample from test to train',
      '',
      '⚠ liver is all there is',
      '',
      'cost 0.100 (today 0.250), the best there is',
      '',
    ].join('\n'),
  );
});

it('does not let a name and the colon behind it start a command', () => {
  for (const line of renderSplit(buildProposal(':'), { color: false }).split('\n'))
    expect(line).not.toMatch(/^\s*::/u);
});

it('shows names that act as text, and says the same in colour', () => {
  const text = renderSplit(buildProposal(hostile), { color: true });
  expect(text.replace(/\u001b\[\d+m/gu, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^::|##\[/mu);
  expect(stripVTControlCharacters(text)).toBe(renderSplit(buildProposal(hostile), { color: false }));
});
