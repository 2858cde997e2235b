import { describe, expect, it } from 'vitest';
import { confound } from '../../../src/checks/domain/confound.ts';
import type { CheckResult } from '../../../src/model/check.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { ImageFingerprint } from '../../../src/model/fingerprint.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { seedRandom, type SeededRandom } from '../../../src/statistics/seeded-random.ts';
import { buildDataset, image, judge, mask, run, sample } from '../build-dataset.ts';

interface Picture extends Partial<Sample> {
  readonly id: string;
  readonly image?: Partial<ImageFingerprint>;
}

function withClasses(pictures: readonly Picture[]): Dataset {
  return buildDataset({
    labels: { kind: 'class' },
    samples: pictures.map(({ id, subject, site, domain, classes = [] }) =>
      sample(id, {
        classes,
        ...(subject !== undefined && { subject }),
        ...(site !== undefined && { site }),
        ...(domain !== undefined && { domain }),
      }),
    ),
    images: Object.fromEntries(pictures.map(({ id, image: parts }) => [id, image(id, parts)])),
  });
}

/** One picture a subject: of `covid` nine in ten are JPEG, of the others one in thirty. */
const covid: Picture[] = [
  ...Array.from({ length: 30 }, (_, at) => ({
    id: `1${at}.png`,
    subject: `c${at}`,
    classes: ['COVID'],
    image: { format: at < 27 ? 'jpeg' : 'png' } as const,
  })),
  ...Array.from({ length: 30 }, (_, at) => ({
    id: `0${at}.png`,
    subject: `n${at}`,
    classes: ['normal'],
    image: { format: at < 1 ? 'jpeg' : 'png' } as const,
  })),
];

describe('domain/confound', () => {
  it('says which share of a class and of the others has the telling value', () => {
    const { findings, summary, coverage, measurements } = judge(confound, withClasses(covid));
    // 27 : 1 of 30 each: χ² = 45.3; φ² = 0.755 less 1/59 by chance; both sides keep 2 − 1/59 values.
    expect(findings).toEqual([
      {
        key: 'format',
        messageId: 'format',
        data: {
          name: 'COVID',
          fact: 'format',
          value: 'JPEG',
          share: 0.9,
          otherShare: 1 / 30,
          association: expect.closeTo(0.8663, 3) as number,
          accuracy: expect.closeTo((0.9 + 29 / 30) / 2, 12) as number,
          chance: 0.5,
          kind: 'subjects',
          facts: ['format'],
        },
        samples: [],
        evidence: { units: 60, comparisons: [expect.objectContaining({ fact: 'format', pValue: 1 / 2000 })] },
      },
    ]);
    expect(summary).toEqual({ messageId: 'found', data: { units: 60, kind: 'subjects', facts: ['format'] } });
    expect(coverage).toEqual({ evaluated: 60, unavailable: 0 });
    expect(measurements).toMatchObject({ units: 60, imagesByClassAndDomain: {} });
  });

  it('finds nothing where the association is below the one asked for', () => {
    const association = 0.8663;
    const at = (minAssociation: number) => judge(confound, withClasses(covid), { minAssociation }).findings;
    expect(at(association - 0.001)).toHaveLength(1);
    expect(at(association + 0.001)).toEqual([]);
  });

  it('counts a subject once, however many images it has', () => {
    // A hundred images of one patient with a device of its own are no evidence.
    const many = Array.from({ length: 100 }, (_, at) => ({
      id: `2${at}.png`,
      subject: 'x',
      classes: ['COVID'],
      image: { width: 99 },
    }));
    const others = covid.map((picture) => ({ ...picture, image: {} }));
    expect(judge(confound, withClasses([...many, ...others])).findings).toEqual([]);
    const alone = many.map(({ id, classes, image: parts }) => ({ id, classes, image: parts }));
    expect(judge(confound, withClasses([...alone, ...others])).findings).toMatchObject([{ key: 'size' }]);
  });

  it('tells a class by domain, site, size, bit depth and channels, with a table of class and domain', () => {
    const pictures = ['a', 'b'].flatMap((name) =>
      Array.from({ length: 12 }, (_, at) => ({
        id: `${at}${name === 'a' ? 1 : 0}.png`,
        subject: `${name}${at}`,
        site: `hospital ${name}`,
        domain: `scanner ${name}`,
        classes: [name],
        image:
          name === 'a' ? { bitDepth: 16, channels: 1, width: 4 } : { bitDepth: 8, channels: 3, width: 5 },
      })),
    );
    const { findings, measurements } = judge(confound, withClasses(pictures));
    expect(
      findings.map(({ data }) => [data['fact'], data['value'], data['share'], data['otherShare']]),
    ).toEqual([
      ['domain', 'scanner a', 1, 0],
      ['site', 'hospital a', 1, 0],
      ['size', '4 × 3', 1, 0],
      ['bit depth', '16', 1, 0],
      ['channels', '1', 1, 0],
    ]);
    expect(measurements['imagesByClassAndDomain']).toEqual({
      a: { 'scanner a': 12 },
      b: { 'scanner b': 12 },
    });
  });

  it('tells a class by names, but neither by the class in them nor by a folder for each class', () => {
    const named = (prefix: string, name: string, folder: string) =>
      Array.from({ length: 12 }, (_, at) => ({ id: `${folder}/${prefix}${at}.png`, classes: [name] }));
    const factsOf = (...pictures: Picture[]) =>
      judge(confound, withClasses(pictures)).findings.map(({ key }) => key);
    expect(factsOf(...named('IM-', 'normal', 'x'), ...named('person', 'ill', 'x'))).toEqual(['name']);
    expect(factsOf(...named('normal_', 'normal', 'NORMAL'), ...named('ill_', 'ill', 'Ill'))).toEqual([]);
    expect(factsOf(...named('', 'normal', 'zero'), ...named('', 'ill', 'one'))).toEqual([]);
    const mixed = [...named('', 'normal', 'x'), ...named('', 'normal', 'y'), ...named('', 'ill', 'z')];
    expect(factsOf(...mixed)).toEqual(['folder']);
    const declared = mixed.map((picture, at) => ({
      ...picture,
      domain: at < 24 ? 'scanner a' : 'scanner b',
    }));
    expect(factsOf(...declared)).toEqual(['domain']);
  });

  it('asks for the presence of each class where labels show several', () => {
    const ids = Array.from({ length: 24 }, (_, at) => `${at}.png`);
    const dataset = buildDataset({
      labels: {
        kind: 'mask',
        classes: [
          { name: 'liver', index: 1 },
          { name: 'kidney', index: 2 },
        ],
      },
      samples: ids.map((id, at) =>
        sample(id, { label: `m${at}`, domain: at % 2 === 0 ? 'real' : 'synthetic' }),
      ),
      masks: Object.fromEntries(
        ids.map((_, at) => [`m${at}`, mask([6, at % 3 === 0 ? 0 : 3, at % 2 === 0 ? 0 : 3])]),
      ),
    });
    expect(judge(confound, dataset).findings).toMatchObject([
      { key: 'domain', data: { name: 'kidney', value: 'synthetic', share: 1, otherShare: 0 } },
    ]);
  });

  it('takes rare values together', () => {
    const pictures = ['a', 'b'].flatMap((name) =>
      Array.from({ length: 60 }, (_, at) => ({
        id: `${at}${name === 'a' ? 1 : 0}.png`,
        classes: [name],
        image: { width: name === 'a' ? at + 10 : 4 },
      })),
    );
    expect(judge(confound, withClasses(pictures)).findings).toMatchObject([
      { key: 'size', data: { name: 'b', value: '4 × 3', share: 1, otherShare: 0 } },
    ]);
  });

  it('says that subjects are too few to tell', () => {
    const few = (of: number): Picture[] =>
      Array.from({ length: 2 * of }, (_, at) => ({
        id: `${at}.png`,
        classes: [at < of ? 'a' : 'b'],
        image: { width: at < of ? 4 : 5 },
      }));
    // The classes of six can be dealt out in 20 ways, of eight in 70.
    expect(run(confound, withClasses(few(2)))).toEqual({
      skipped: { messageId: 'too-few', data: { units: 4, kind: 'images', facts: ['size'] } },
      coverage: { evaluated: 4, unavailable: 0 },
    });
    expect(judge(confound, withClasses(few(4))).findings).toHaveLength(1);
  });

  it('says that nothing can tell where all images are of one kind, and is skipped without two classes', () => {
    const plain = covid.map(({ classes }, at) => ({ id: `${at}.png`, classes: classes ?? [] }));
    expect(judge(confound, withClasses(plain)).summary.messageId).toBe('constant');
    const single = covid.map((picture) => ({ ...picture, classes: ['COVID'] }));
    for (const dataset of [
      withClasses(single),
      buildDataset({ labels: { kind: 'none' }, samples: [sample('a')] }),
    ])
      expect(run(confound, dataset)).toMatchObject({ skipped: { messageId: 'no-classes' } });
  });

  it('finds something in at most 6 % of datasets in which nothing is associated', () => {
    const random = seedRandom(12);
    let alarms = 0;
    const datasets = 400;
    for (let draw = 0; draw < datasets; draw++)
      if (countFindings(run(confound, drawIndependent(random))) > 0) alarms++;
    expect(alarms / datasets).toBeLessThanOrEqual(0.06);
  });

  it('finds a planted association of two thirds among thirty subjects in at least 90 %', () => {
    const random = seedRandom(13);
    let found = 0;
    const datasets = 100;
    for (let draw = 0; draw < datasets; draw++) {
      const pictures = Array.from({ length: 30 }, (_, at): Picture => {
        const isIll = at % 2 === 0;
        const isTelling = random.below(6) < 5;
        return {
          id: `${at}.png`,
          classes: [isIll ? 'ill' : 'well'],
          image: { format: isIll === isTelling ? 'jpeg' : 'png' },
        };
      });
      if (judge(confound, withClasses(pictures)).findings.some(({ key }) => key === 'format')) found++;
    }
    expect(found / datasets).toBeGreaterThanOrEqual(0.9);
  });
});

function countFindings(result: CheckResult): number {
  return 'skipped' in result ? 0 : result.findings.length;
}

/** 6 to 60 subjects of a few images each; everything is of the subject alone, and of nothing else. */
function drawIndependent(random: SeededRandom): Dataset {
  const below = (bound: number): number => random.below(bound);
  const subjects = 6 + below(55);
  return withClasses(
    Array.from({ length: subjects }, (_, subject): Picture[] => {
      const classes = [`class ${below(3)}`];
      const parts = {
        format: below(3) === 0 ? 'jpeg' : 'png',
        width: 4 + below(3),
        bitDepth: 8 * (1 + below(2)),
      } as const;
      const domain = `scanner ${below(3)}`;
      return Array.from({ length: 1 + below(8) }, (_, at) => ({
        id: `${subject}-${at}.png`,
        subject: `s${subject}`,
        classes,
        domain,
        image: parts,
      }));
    }).flat(),
  );
}
