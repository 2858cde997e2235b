import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ImageFormat, ImageOutcome, MaskOutcome } from '../../model/fingerprint.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

export const readable = defineCheck({
  id: 'images/readable',
  summary: 'Can every image and mask be decoded, and is it what its name says?',
  description: `A file that cannot be decoded ends a training run or is skipped by it, and no other check sees it. Every
image and mask is decoded in full, in a process of its own, within the limits of \`limits\`. The format is told from the
content: a JPEG called \`.png\` opens here and fails in a program that trusts the name, and a mask of that kind has been
through lossy compression.

Coverage counts files: images and masks that were tried, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'masks'],
  options: {},
  messages: {
    missing: {
      text: '{path} is not there any more',
      fix: 'Run holdout again when nothing changes the dataset.',
    },
    empty: { text: '{path} is empty', fix: 'Copy the file again from its source, or remove it.' },
    pointer: {
      text: '{path} is {detail}',
      fix: 'Fetch the content with `git lfs pull` or `git annex get`; in a workflow, check out with `lfs: true`.',
    },
    'unknown-format': {
      text: '{path} is of no known image format ({detail})',
      fix: 'Copy the file again from its source; if it is no image, leave it out of `samples`.',
    },
    'unsupported-format': {
      text: '{path} is of a format that holdout cannot decode: {detail}',
      fix: 'Convert it to PNG or TIFF with integer samples, or leave it out of `samples`.',
    },
    'too-large': {
      text: '{path} is larger than `limits` allows ({detail})',
      fix: 'Raise `limits.fileMegabytes` if the file is meant to be that large.',
    },
    'too-many-pixels': {
      text: '{path} has more pixels than `limits` allows ({detail})',
      fix: 'Raise `limits.pixels` if the image is meant to be that large.',
    },
    corrupt: {
      text: '{path} is damaged ({detail})',
      fix: 'Copy the file again from its source, or export it again.',
    },
    timeout: {
      text: '{path} could not be decoded in time ({detail})',
      fix: 'Raise `limits.decodeSeconds`, or export the file again.',
    },
    crash: {
      text: '{path} crashed the decoder ({detail})',
      fix: 'Export the file again; until then, leave it out of `samples`.',
    },
    misnamed: {
      text: '{path} holds {format}, not what its extension says',
      fix: 'Give the file the extension of its format, or export it again in the format that its name says.',
    },
    clean: { text: '{files|file|files} decoded' },
    faults: { text: '{faulty} of {files|file|files} unreadable or misnamed' },
    'no-files': { text: 'no file was decoded' },
  },
  run(dataset) {
    const files = listFiles(dataset);
    const tried = files.filter(({ outcome }) => outcome !== undefined);
    const coverage = { evaluated: tried.length, unavailable: files.length - tried.length };
    if (tried.length === 0) return { skipped: { messageId: 'no-files', data: {} }, coverage };
    const faults: Record<string, number> = {};
    const findings = tried.flatMap(({ path, samples, outcome }): RawFinding[] => {
      const fault = outcome && findFault(path, outcome);
      if (!fault) return [];
      const { messageId, ...told } = fault;
      faults[messageId] = (faults[messageId] ?? 0) + 1;
      const location = samples.find((sample) => sample.location)?.location;
      return [
        {
          key: path,
          messageId,
          data: { path, ...told },
          samples: samples.map((sample) => sample.id),
          ...(location && { location }),
          evidence: { fault: messageId, ...told },
        },
      ];
    });
    const counts = { files: tried.length, faulty: findings.length };
    return {
      coverage,
      measurements: { ...counts, faults },
      findings,
      summary: { messageId: findings.length > 0 ? 'faults' : 'clean', data: counts },
    };
  },
});

interface File {
  readonly path: string;
  /** The samples that use it. */
  readonly samples: readonly Sample[];
  readonly outcome: ImageOutcome | MaskOutcome | undefined;
}

/** The images, and the masks where labels are masks; one that is both counts as an image. */
function listFiles({ samples, labels, images, masks }: Dataset): File[] {
  const ids = new Set(samples.map(({ id }) => id));
  const byMask = groupBy(samples, ({ label }) =>
    labels.kind === 'mask' && label !== undefined && !ids.has(label) ? label : undefined,
  );
  return [
    ...samples.map((sample) => ({ path: sample.id, samples: [sample], outcome: images.get(sample.id) })),
    ...[...byMask].map(([path, members]) => ({ path, samples: members, outcome: masks.get(path) })),
  ];
}

/** What is wrong with a file, as a message id with its data. */
function findFault(
  path: string,
  outcome: ImageOutcome | MaskOutcome,
):
  | { readonly messageId: string; readonly detail: string }
  | { readonly messageId: string; readonly format: string }
  | undefined {
  if (outcome.kind === 'failure') return { messageId: outcome.fault, detail: outcome.detail };
  const expected = formatsByExtension.get(extensionOf(path).toLowerCase());
  if (expected === undefined || expected === outcome.format) return undefined;
  return { messageId: 'misnamed', format: outcome.format.toUpperCase() };
}

/** What the usual extensions promise; a file with another extension is not misnamed. */
const formatsByExtension: ReadonlyMap<string, ImageFormat | 'dicom' | 'nifti'> = new Map([
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['png', 'png'],
  ['tif', 'tiff'],
  ['tiff', 'tiff'],
  ['webp', 'webp'],
  ['gif', 'gif'],
  ['bmp', 'bmp'],
  ['dcm', 'dicom'],
  ['nii', 'nifti'],
]);

/** Without its dot, as written; '' where the name has none. */
function extensionOf(path: string): string {
  return /[^/]\.(?<extension>[^./]+)$/.exec(path)?.groups?.['extension'] ?? '';
}
