import { defineCheck, type RawFinding } from '../../model/check.ts';
import { nameFolder } from '../manifest/folder.ts';
import { findClassMasks } from './class-masks.ts';
import { findUnlisted } from '../manifest/unlisted-files.ts';

export const orphan = defineCheck({
  id: 'labels/orphan',
  summary: 'Does every mask belong to an image?',
  description: `A mask that belongs to no image is work that nobody uses, and often the other half of an image that
counts as unlabelled since the two names differ. Looked for are pictures in the folders of masks; annotations of
other kinds are not. The masks of one folder are one finding. Where most of their names are those of images and of
classes together (\`a_liver.png\`, \`a_kidney.png\`), there is a mask for each class, and holdout reads one for each image.

Coverage counts masks: those of a sample, and the others.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    orphans: {
      text: '{files|mask|masks} in {folder} {files:belongs|belong} to no image',
      fix: 'Correct the names or the rows that should join them to images, or remove them.',
    },
    'one-per-class': {
      text: '{files|mask|masks} in {folder} {files:belongs|belong} to no image: their names are those of images and of the classes {classes}, one mask a class',
      fix: 'Join the masks of each image into one file with a value for each class, and name that in the manifest; two masks that overlap have to be decided.',
    },
    clean: { text: 'each of {masks|mask|masks} belongs to an image' },
    found: { text: '{orphans} of {masks|mask|masks} without an image' },
    'no-masks': { text: 'no masks are there' },
  },
  run({ samples, problems, labels }) {
    const folders = findUnlisted(problems, 'label');
    const used = labels.kind === 'mask' ? new Set(samples.flatMap(({ label }) => label ?? [])).size : 0;
    const orphans = folders.reduce((sum, { paths }) => sum + paths.length, 0);
    const counts = { masks: used + orphans, orphans };
    if (counts.masks === 0) return { skipped: { messageId: 'no-masks', data: {} } };
    return {
      coverage: { evaluated: counts.masks, unavailable: 0 },
      measurements: counts,
      findings: folders.map(({ folder, paths }): RawFinding => {
        const classes = findClassMasks(paths, samples, labels);
        return {
          key: folder,
          messageId: classes.length > 1 ? 'one-per-class' : 'orphans',
          data: { files: paths.length, folder: nameFolder(folder), classes },
          samples: [],
          evidence: { files: paths.length, examples: paths.slice(0, examplesShown) },
        };
      }),
      summary: { messageId: orphans > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

const examplesShown = 10;
