import fc from 'fast-check';
import type { Check } from '../../src/model/check.ts';
import type { AnnotatedObject, AnnotationOutcome, Annotations } from '../../src/model/annotation.ts';
import type { LabelsConfig } from '../../src/model/config.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type {
  DecodeFailure,
  DecodeFault,
  ImageFormat,
  ImageOutcome,
  MaskOutcome,
} from '../../src/model/fingerprint.ts';
import type { Claim, InventoryProblem } from '../../src/model/inventory.ts';
import type { Sample, SourceLocation } from '../../src/model/sample.ts';
import { drawBaseline } from '../baseline/draw-baseline.ts';
import { at, buildDataset, image, mask, sample } from '../checks/build-dataset.ts';

/** What a config may declare as labels. */
export const labelings = {
  colors: {
    kind: 'mask',
    classes: [
      { name: 'cat', color: '#ff0000' },
      { name: 'dog', color: '#00ff00' },
    ],
  },
  indices: {
    kind: 'mask',
    classes: [
      { name: 'cat', index: 1 },
      { name: 'dog', index: 2 },
    ],
    ignore: [255],
  },
  classes: { kind: 'class', classes: [{ name: 'cat' }, { name: 'dog' }] },
  undeclared: { kind: 'class', classes: [] },
  boxes: { kind: 'boxes', classes: [] },
  namedBoxes: { kind: 'boxes', classes: [{ name: 'cat' }, { name: 'dog' }] },
  none: { kind: 'none', classes: [] },
} as const satisfies Record<string, Partial<LabelsConfig>>;

/** Lines of a manifest; prime, so that a multiplication reorders them. */
const lines = 97;

const imagePaths = ['a.png', 'b.png', 'c.jpg', 'sub/d.png', 'sub/e.tif', 'f.dcm', '__proto__', '{x}.png'];
const labelPaths = ['masks/a.png', 'masks/b.png', 'masks/c.png', '__proto__'];
/** Also names that every object has, that hold placeholders, and that differ in spelling only. */
const subjects = fc.constantFrom('P1', 'p01', 'P2', 'constructor', '--', '{samples}');
const splits = fc.constantFrom('train', 'val', 'test', 'fold 1', '__proto__');
const domains = fc.constantFrom('real', 'sim', 'toString');
const classes = fc.constantFrom('cat', 'dog', 'bird', '__proto__');
const kinds = fc.constantFrom('clip', 'study', 'constructor');

const locations = fc.integer({ min: 2, max: lines - 1 }).map((line) => at(line));
const count = fc.nat({ max: 5 });

function optional<K extends string, T>(key: K, values: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<K, T>>> {
  return fc.option(values, { nil: undefined }).map((value) => {
    const given: Partial<Record<K, T>> = {};
    if (value !== undefined) given[key] = value;
    return given;
  });
}

const drawFailure: fc.Arbitrary<DecodeFailure> = fc.record({
  kind: fc.constant('failure'),
  fault: fc.constantFrom<DecodeFault>('missing', 'pointer', 'unsupported-format', 'corrupt', 'timeout'),
  detail: fc.string(),
});
const drawFormat = fc.constantFrom<ImageFormat>('png', 'jpeg', 'tiff');
const geometry = {
  format: drawFormat,
  width: fc.constantFrom(3, 4, 6, 8),
  height: fc.constantFrom(3, 4, 6, 8),
  pages: fc.constantFrom(1, 1, 1, 2),
  orientation: fc.constantFrom(1, 1, 1, 6),
};

const drawImage: fc.Arbitrary<ImageOutcome> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        ...geometry,
        pixels: fc.constantFrom('x', 'y', 'z'),
        bytes: fc.constantFrom('1', '2'),
        deviation: fc.constantFrom(0, 12.5),
        sharpness: fc.constantFrom(0, 33.3),
        level: fc.nat({ max: 255 }),
      })
      .map(({ pixels, bytes, level, ...given }) =>
        image(pixels, {
          ...given,
          bytes: pixels + bytes,
          mean: level,
          histogram: new Uint32Array(256).with(level, 12),
        }),
      ),
  },
  { weight: 1, arbitrary: drawFailure },
);

const drawMask: fc.Arbitrary<MaskOutcome> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        ...geometry,
        counts: fc.array(fc.constantFrom<number>(0, 0, 1, 7, 1000), { minLength: 3, maxLength: 4 }),
        strays: fc.uniqueArray(
          fc.record({
            value: fc.constantFrom('#0000ff', '#fe0000', '#ffff00', '255', '7'),
            pixels: fc.integer({ min: 1, max: 5 }),
          }),
          { maxLength: 3, selector: ({ value }) => value },
        ),
      })
      .map(({ counts, strays, ...given }) => {
        const offPalette = strays.reduce((sum, { pixels }) => sum + pixels, 0);
        const pixels = offPalette + counts.reduce((sum, part) => sum + part, 0);
        return mask(counts, {
          ...given,
          pixels,
          offPalette,
          strays,
          distinct: counts.filter((part) => part > 0).length + strays.length,
        });
      }),
  },
  { weight: 1, arbitrary: drawFailure },
);

const corner = fc.constantFrom(-9, -1, 0, 0.25, 1, 2, 3, 4, 5, 9);

const drawObject: fc.Arbitrary<AnnotatedObject> = fc
  .record({
    className: classes,
    box: fc.record({ xmin: corner, ymin: corner, xmax: corner, ymax: corner }),
    polygons: fc.array(fc.array(corner, { maxLength: 10 }), { maxLength: 2 }),
    runLengths: fc.option(
      fc.record({
        width: fc.constantFrom(3, 4),
        height: fc.constantFrom(3, 4),
        pixels: fc.constantFrom(9, 12, undefined),
      }),
      { nil: undefined },
    ),
    isCrowd: fc.boolean(),
    line: fc.option(count, { nil: undefined }),
  })
  .map(({ runLengths, line, ...given }) => ({
    ...given,
    ...(runLengths && { runLengths }),
    ...(line !== undefined && { line }),
  }));

const annotationFiles = fc.constantFrom(...labelPaths, 'a.png', 'all.json');

const drawAnnotationFailure = fc.record({
  kind: fc.constant('failure' as const),
  file: annotationFiles,
  fault: fc.constantFrom('malformed' as const, 'too-large' as const, 'unknown-format' as const),
  detail: fc.string(),
});

const drawAnnotation: fc.Arbitrary<AnnotationOutcome> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        kind: fc.constant('annotation' as const),
        file: annotationFiles,
        format: fc.constant('voc' as const),
        unit: fc.constantFrom('pixel' as const, 'share' as const),
        size: fc.option(fc.record({ width: corner, height: corner }), { nil: undefined }),
        objects: fc.array(drawObject, { maxLength: 4 }),
        unusable: fc.array(fc.record({ detail: fc.string() }), { maxLength: 2 }),
      })
      .map(({ size, ...given }) => ({ ...given, ...(size && { size }) })),
  },
  { weight: 1, arbitrary: drawAnnotationFailure },
);

const drawAnnotations = (ids: readonly string[]): fc.Arbitrary<Annotations> =>
  fc
    .record({
      outcomes: fc.tuple(...ids.map(() => fc.option(drawAnnotation, { nil: undefined }))),
      failures: fc.uniqueArray(drawAnnotationFailure, { maxLength: 2, selector: ({ file }) => file }),
      unusable: fc.uniqueArray(
        fc.record({
          file: annotationFiles,
          entries: fc.array(fc.record({ detail: fc.string() }), { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: 2, selector: ({ file }) => file },
      ),
      orphans: fc.array(
        fc.oneof(
          fc.record({ file: annotationFiles }),
          fc.record({ file: annotationFiles, image: fc.constantFrom(...imagePaths) }),
        ),
        { maxLength: 3 },
      ),
    })
    .map(({ outcomes, ...given }) => ({
      ...given,
      byImage: new Map(
        ids.flatMap((id, index): [string, AnnotationOutcome][] => {
          const outcome = outcomes[index];
          return outcome ? [[id, outcome]] : [];
        }),
      ),
    }));

const drawSample = (id: string): fc.Arbitrary<Sample> =>
  fc
    .tuple(
      optional('label', fc.constantFrom(...labelPaths)),
      optional('subject', subjects),
      optional('domain', domains),
      optional('location', locations),
      fc.uniqueArray(splits, { maxLength: 2 }),
      fc.uniqueArray(classes, { maxLength: 2 }),
      fc.dictionary(kinds, fc.constantFrom('1', '2'), { maxKeys: 2, noNullPrototype: true }),
    )
    .map(([label, subject, domain, location, ofSplits, ofClasses, groups]) =>
      sample(id, {
        ...label,
        ...subject,
        ...domain,
        ...location,
        splits: ofSplits.sort(),
        classes: ofClasses.sort(),
        groups,
      }),
    );

const drawClaims: fc.Arbitrary<Claim[]> = fc
  .uniqueArray(splits, { minLength: 2, maxLength: 3 })
  .chain((values) =>
    fc.tuple(...values.map((value) => optional('location', locations).map((where) => ({ value, ...where })))),
  );

/** A problem about files and rows; those about an image are about one of `ids`. */
function drawProblem(ids: readonly string[]): fc.Arbitrary<InventoryProblem> {
  const path = fc.constantFrom('x.png', 'X.png', 'sub/x.png', '../x.png', 'C:\\x\\x.png', '{path}');
  const role = fc.constantFrom('image', 'label');
  const kind = <K extends InventoryProblem['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name);
  const anywhere: fc.Arbitrary<InventoryProblem>[] = [
    fc.record({ kind: kind('missing-file'), role, path, location: locations }),
    fc.record({ kind: kind('outside'), path }),
    fc.record({ kind: kind('ambiguous'), path, candidates: fc.constant(['a', 'b']), location: locations }),
    fc.record({
      kind: kind('relocated'),
      path,
      foundAt: fc.constantFrom('x.png', 'sub/x.png'),
      location: locations,
    }),
    fc.record({
      kind: kind('row'),
      reason: fc.constantFrom('too-many-cells', 'too-few-cells', 'no-image'),
      cells: count,
      columns: count,
      location: locations,
    }),
    fc.record({
      kind: kind('duplicate-header'),
      column: fc.constantFrom('file', 'split'),
      location: fc.constant(at(1)),
    }),
    fc
      .tuple(splits, count, optional('suggestion', splits))
      .map(([name, samples, suggestion]) => ({ kind: 'unknown-split', name, samples, ...suggestion })),
    fc.record({ kind: kind('unlisted'), path, role }),
  ];
  if (ids.length === 0) return fc.oneof(...anywhere);
  const conflict = fc.record({
    kind: kind('conflict'),
    image: fc.constantFrom(...ids),
    field: fc.constantFrom('split', 'subject', 'group:clip'),
    claims: drawClaims,
  });
  return fc.oneof(...anywhere, conflict);
}

/** What makes two problems the same, of which the inventory keeps one. */
function identify(problem: InventoryProblem): string {
  const {
    kind,
    path,
    role,
    image: about,
    field,
    column,
    name,
    reason,
    location,
  } = {
    ...{ path: '', role: '', image: '', field: '', column: '', name: '', reason: '' },
    ...problem,
  } as Record<string, unknown>;
  return JSON.stringify([kind, path, role, about, field, column, name, reason, kind === 'row' && location]);
}

/** Small datasets of every kind, whose names and values are as odd as a dataset's may be. */
export const drawDataset: fc.Arbitrary<Dataset> = fc.subarray(imagePaths).chain((ids) =>
  fc
    .record({
      labels: fc.constantFrom(...Object.values(labelings)),
      targetDomain: fc.option(domains, { nil: undefined }),
      samples: fc.tuple(...ids.map(drawSample)),
      images: fc.tuple(...ids.map(() => drawImage)),
      masks: fc.tuple(...labelPaths.map(() => drawMask)),
      annotations: drawAnnotations(ids),
      missing: fc.subarray([...imagePaths, ...labelPaths]),
      problems: fc.uniqueArray(drawProblem(ids), { maxLength: 6, selector: identify }),
      rowsRead: fc.nat({ max: 20 }),
      baseline: fc.option(drawBaseline, { nil: undefined }),
    })
    .map(({ targetDomain, images, masks, annotations, missing, baseline, ...parts }) => ({
      ...buildDataset({ ...parts, ...(targetDomain !== undefined && { targetDomain }) }),
      images: pickOutcomes(ids, images, missing),
      masks: pickOutcomes(labelPaths, masks, missing),
      ...(parts.labels.kind === 'boxes' && { annotations }),
      ...(baseline && { baseline }),
    })),
);

function pickOutcomes<T>(
  paths: readonly string[],
  outcomes: readonly T[],
  missing: readonly string[],
): Map<string, T> {
  const picked = new Map<string, T>();
  for (const [index, outcome] of outcomes.entries()) {
    const path = paths[index];
    if (path !== undefined && !missing.includes(path)) picked.set(path, outcome);
  }
  return picked;
}

/** The same dataset, its manifest's rows below the header in another order. */
export function reorderRows(dataset: Dataset, factor: number): Dataset {
  const move = ({ file, line = 0 }: SourceLocation): SourceLocation => ({
    file,
    line: line < 2 ? line : (line * factor) % lines,
  });
  return {
    ...dataset,
    samples: dataset.samples.map((one) => ({
      ...one,
      ...(one.location && { location: move(one.location) }),
    })),
    problems: dataset.problems.map((problem) => ({
      ...problem,
      ...('location' in problem && { location: move(problem.location) }),
    })),
  };
}

/** Options of a check, each its default or at an end of its range; twice the default where the range has no end. */
export function drawOptions({ options }: Check): fc.Arbitrary<Record<string, number>> {
  const drawn: Record<string, fc.Arbitrary<number>> = {};
  for (const [name, option] of Object.entries(options)) {
    const usual = Number(option.default);
    drawn[name] =
      option.type === 'boolean'
        ? fc.constantFrom(0, 1)
        : fc.constantFrom(usual, option.minimum, option.maximum ?? 2 * usual);
  }
  return fc.record(drawn);
}
