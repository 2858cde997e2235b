import { readFileSync } from 'node:fs';
import {
  fingerprintFiles,
  type FingerprintRequest,
  type FingerprintSettings,
} from '../../src/fingerprint/fingerprint-files.ts';

// Fingerprints the files that the file named on the command line lists, and prints how many had an answer.

export interface Work {
  readonly requests: readonly FingerprintRequest[];
  readonly settings: Pick<FingerprintSettings, 'limits' | 'palette' | 'describesImages' | 'workers'>;
}

const { requests, settings } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Work;
const answers = await fingerprintFiles(requests, settings);
const failures = answers.filter((answer) => answer.kind === 'failure');
if (failures.length > 0) throw new Error(`${failures.length} files failed: ${JSON.stringify(failures[0])}`);
