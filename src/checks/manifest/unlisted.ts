import { defineCheck, type RawFinding } from '../../model/check.ts';
import { nameFolder } from './folder.ts';
import { findUnlisted } from './unlisted-files.ts';

export const unlisted = defineCheck({
  id: 'manifest/unlisted',
  summary: 'Are there pictures that no row names?',
  description: `A picture that no manifest and no list names is not part of the dataset: forgotten, or left behind. It
does no harm to what is trained, so it is for information only; but the dataset may be smaller than you believe. The
pictures of one folder are one finding. Label files that belong to no image are \`labels/orphan\`.

Coverage counts pictures: the samples, and those that no row names.`,
  defaultSeverity: 'info',
  needs: [],
  options: {},
  messages: {
    unlisted: {
      text: '{files|picture|pictures} in {folder} {files:is|are} named by no row',
      fix: 'Add rows for them, or move them out of the folder of the images.',
    },
    clean: { text: 'every picture is listed' },
    found: { text: '{files|picture|pictures} that no row names' },
    'no-rows': { text: 'no manifest or list names images' },
    'no-pictures': { text: 'there are no pictures' },
  },
  run({ samples, problems, rowsRead }) {
    const folders = findUnlisted(problems, 'image');
    if (rowsRead === 0 && folders.length === 0) return { skipped: { messageId: 'no-rows', data: {} } };
    const files = folders.reduce((sum, { paths }) => sum + paths.length, 0);
    if (samples.length + files === 0) return { skipped: { messageId: 'no-pictures', data: {} } };
    return {
      coverage: { evaluated: samples.length + files, unavailable: 0 },
      measurements: { unlisted: files },
      findings: folders.map(({ folder, paths }): RawFinding => ({
        key: folder,
        messageId: 'unlisted',
        data: { files: paths.length, folder: nameFolder(folder) },
        samples: [],
        evidence: { files: paths.length, examples: paths.slice(0, examplesShown) },
      })),
      summary: { messageId: files > 0 ? 'found' : 'clean', data: { files } },
    };
  },
});

const examplesShown = 10;
