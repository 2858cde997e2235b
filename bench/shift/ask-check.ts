import { shift } from '../../src/checks/domain/shift.ts';
import { features } from '../../src/checks/domain/features.ts';
import { joinSides, readFeatures } from '../../src/checks/domain/side-features.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { ImageFingerprint } from '../../src/model/fingerprint.ts';
import type { Json } from '../../src/model/json.ts';
import type { Sample } from '../../src/model/sample.ts';
import { permuteSubjects } from '../../src/statistics/permute-subjects.ts';

/** The images of one subject. */
export type Subject = readonly ImageFingerprint[];

export interface Answer {
  readonly isShifted: boolean;
  /** Groups of features that the finding names. */
  readonly groups: readonly string[];
}

export const askDefaults = {
  smallEffect: shift.options.smallEffect.default,
  moderateEffect: shift.options.moderateEffect.default,
  largeEffect: shift.options.largeEffect.default,
  minSubjects: shift.options.minSubjects.default,
};

/** Asks the check whether two domains differ, as a dataset of theirs would. */
export function askCheck(first: readonly Subject[], second: readonly Subject[]): Answer {
  if (!mayFire(first, second)) return { isShifted: false, groups: [] };
  const result = shift.run(buildDataset({ first, second }), askDefaults);
  if ('skipped' in result) return { isShifted: false, groups: [] };
  const [finding] = result.findings;
  const named = (finding?.evidence['features'] ?? []) as readonly { readonly feature: string }[];
  const groupOf = (name: string): string => {
    const known = features.find((one) => one.name === name);
    if (!known) throw new Error(`no feature is called ${name}`);
    return known.group;
  };
  return { isShifted: finding !== undefined, groups: named.map(({ feature }) => groupOf(feature)) };
}

/** Whether any p-value allows a finding: the test that the check begins with, which spares the rest of it mostly. */
function mayFire(first: readonly Subject[], second: readonly Subject[]): boolean {
  const [a, b] = [first, second].map((subjects) =>
    readFeatures({
      name: '',
      samples: [],
      units: subjects.map((images) => ({ images })),
      subjects: subjects.length,
    }),
  );
  if (!a || !b) throw new Error('there are two sides');
  return permuteSubjects(joinSides(a, b), 2000, 1).pValues.some((p) => p <= 0.05);
}

export function buildDataset(domains: Readonly<Record<string, readonly Subject[]>>): Dataset {
  const samples: Sample[] = [];
  const images = new Map<string, ImageFingerprint>();
  for (const [domain, subjects] of Object.entries(domains)) {
    subjects.forEach((subject, number) => {
      subject.forEach((image, frame) => {
        const id = `${domain}/${number}/${frame}`;
        samples.push({ id, subject: `${domain} ${number}`, domain, groups: {}, splits: [], classes: [] });
        images.set(id, image);
      });
    });
  }
  return {
    name: 'bench',
    task: { kind: 'segmentation' },
    labels: { kind: 'none', classes: [], background: { color: '#000000', index: 0 }, ignore: [] },
    maskClasses: [],
    samples,
    problems: [],
    rowsRead: samples.length,
    images,
    masks: new Map(),
  };
}

/** A row of a Markdown table. */
export function row(...cells: readonly Json[]): string {
  return `| ${cells.map(String).join(' | ')} |`;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
