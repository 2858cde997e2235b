import { describe, expect, it } from 'vitest';
import { classNames } from '../../../src/checks/labels/class-names.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const rows = (...classes: string[]) =>
  classes.map((name, index) => sample(`${index}.png`, { classes: [name], location: at(index + 2) }));
const named = (declared: readonly string[], ...classes: string[]) =>
  buildDataset({
    samples: rows(...classes),
    labels: { kind: 'class', classes: declared.map((name) => ({ name })) },
  });

describe('labels/class-names', () => {
  it('passes names of other wording', () =>
    expect(judge(classNames, named(['regular'], 'regular', 'irregular'))).toEqual({
      coverage: { evaluated: 2, unavailable: 0 },
      measurements: { names: 2, alike: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { names: 2, alike: 0 } },
    }));

  it('finds names that differ only in case or spaces, with those that the config declares', () =>
    expect(judge(classNames, named(['left lung'], 'Left-Lung', 'left lung', 'heart')).findings).toEqual([
      {
        key: 'leftlung',
        messageId: 'spelling',
        data: { names: ['"Left-Lung"', '"left lung"'], rows: 2 },
        samples: ['0.png', '1.png'],
        location: at(2),
        evidence: {
          names: [
            { name: 'Left-Lung', samples: 1, isDeclared: false },
            { name: 'left lung', samples: 1, isDeclared: true },
          ],
        },
      },
    ]));

  it('is skipped where there are no names', () =>
    expect(run(classNames, named([]))).toEqual({ skipped: { messageId: 'no-classes', data: {} } }));
});
