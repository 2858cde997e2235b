import { describe, expect, it } from 'vitest';
import type { Measured } from '../../src/charts/measured.ts';
import { drawEffects, drawIntensities } from '../../src/charts/shift.ts';
import { features as allFeatures } from '../../src/checks/domain/features.ts';
import { shift } from '../../src/checks/domain/shift.ts';
import type { ImageFeatures } from '../../src/model/fingerprint.ts';
import { buildDataset, features, image, judge, sample } from '../checks/build-dataset.ts';
import { buildAbdomenReport, buildCheck } from '../report/fixtures/abdomen-report.ts';

/** Domains of six subjects each with an image, in which only these features differ; their pixels tell nothing of them. */
function measure(domains: Readonly<Record<string, Partial<ImageFeatures>>>): Measured & { says: unknown } {
  const rows = Object.entries(domains).flatMap(([domain, { mean = 100, ...change }]) =>
    Array.from({ length: 6 }, (_, subject) => ({
      id: `${domain}${subject}.png`,
      domain,
      of: features({ ...change, mean: mean + subject - 2.5 }),
    })),
  );
  const { measurements, findings } = judge(
    shift,
    buildDataset({
      samples: rows.map(({ id, domain }) => sample(id, { subject: id, domain })),
      labels: { kind: 'none' },
      images: Object.fromEntries(rows.map(({ id, of }) => [id, image('a', { features: of })])),
    }),
  );
  const checks = [buildCheck({ id: 'domain/shift', summary: '', measurements })];
  return { dataset: buildAbdomenReport().dataset, checks, says: findings[0]?.data['says'] };
}

describe('drawIntensities', () => {
  it.each([
    [137.4, '37 grey levels'],
    [104.26, '4.3 grey levels'],
  ])('tells of the brightness that the finding tells, for a mean of %s', (mean, words) => {
    const measured = measure({ real: { mean }, synthetic: { mean: 100 } });
    expect(measured.says).toEqual([`is ${words} darker`]);
    expect(drawIntensities(measured)?.title).toBe(`real is ${words} brighter than synthetic`);
  });

  it('compares the brightest of several domains with the darkest', () =>
    expect(drawIntensities(measure({ a: { mean: 120 }, b: { mean: 180 }, c: { mean: 100 } }))?.title).toBe(
      'b is 80 grey levels brighter than c',
    ));
});

describe('drawEffects', () => {
  it('names features by words, with the units that they have', () => {
    const drawing = drawEffects(measure({ real: { mean: 140 }, synthetic: {} }));
    expect(drawing?.title).toMatch(/^synthetic differs from real most in brightness and /u);
    const { values } = drawing?.data as { values: { row: string }[] };
    expect(values.slice(0, 8).map(({ row }) => row)).toEqual([
      'brightness (grey levels)',
      'shadows (grey levels)',
      'highlights (grey levels)',
      'contrast (grey levels)',
      'black pixels (share)',
      'saturated pixels (share)',
      'noise (grey levels)',
      'speckle',
    ]);
  });

  it('has other words for every feature', () => {
    const names = allFeatures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?: (?:[a-z]+|JPEG|\d))*$/u.test(name))).toEqual([]);
  });
});
