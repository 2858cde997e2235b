import { expect, it } from 'vitest';
import { listMasks } from '../../../src/checks/labels/decoded-masks.ts';
import { buildDataset, failure, mask, sample } from '../build-dataset.ts';

it('lists each mask once with the samples it labels, sorted by path', () => {
  const samples = [
    sample('a.png', { label: 'y.png' }),
    sample('b.png', { label: 'x.png' }),
    sample('c.png', { label: 'y.png' }),
    sample('d.png', { label: 'torn.png' }),
    sample('e.png', { label: 'absent.png' }),
    sample('f.png'),
  ];
  const [x, y] = [mask([1]), mask([2])];
  const dataset = buildDataset({
    samples,
    masks: { 'y.png': y, 'x.png': x, 'torn.png': failure('corrupt') },
  });
  const [a, b, c] = dataset.samples;
  expect(listMasks(dataset)).toEqual({
    decoded: [
      { path: 'x.png', mask: x, samples: [b] },
      { path: 'y.png', mask: y, samples: [a, c] },
    ],
    unavailable: 2,
  });
});
