import { expect, it } from 'vitest';
import { describeBaselineInput } from '../../src/entry/baseline-input.ts';
import { buildDataset, image, mask, sample } from '../checks/build-dataset.ts';
import { makeConfig } from '../inventory/make-config.ts';

/** Two masks of 12 pixels, half of them of the only class. */
function weigh(name: string) {
  const dataset = buildDataset({
    labels: { classes: [{ name, index: 1 }] },
    samples: [
      sample('a.png', { label: 'am.png', split: 'train' }),
      sample('b.png', { label: 'bm.png', split: 'test' }),
    ],
    images: { 'a.png': image('a'), 'b.png': image('b') },
    masks: { 'am.png': mask([9, 3]), 'bm.png': mask([3, 9]) },
  });
  const { classes, backgroundWeight } = describeBaselineInput(dataset, makeConfig({}));
  return { classes, backgroundWeight };
}

it('weighs classes and background by the median of their frequencies in training', () => {
  // 9 and 3 of 12 pixels: the median of 3/4 and 1/4 is 1/2.
  expect(weigh('liver')).toEqual({ classes: [{ name: 'liver', weight: 2 }], backgroundWeight: 0.666667 });
});

it('takes a class that is called background for a class', () => {
  expect(weigh('background').classes).toEqual([{ name: 'background', weight: expect.any(Number) as number }]);
  expect(weigh('background').backgroundWeight).toBeUndefined();
});
