import { fileURLToPath } from 'node:url';
import { waiverCheck } from '../src/audit/waivers.ts';
import { checks } from '../src/checks/index.ts';
import { buildConfigSchema } from '../src/config/schema.ts';
import { reportSchema } from '../src/report/report-schema.ts';
import { renderCheckIndex } from './generate/check-index.ts';
import { renderCheckPage } from './generate/check-page.ts';
import { writeGeneratedFiles } from './generate/write-files.ts';

/** The schemas and the checks' pages: content by path relative to the repository. */
export function generateFiles(): Promise<Map<string, string>> {
  const all = [...Object.values(checks), waiverCheck];
  return Promise.resolve(
    new Map([
      ['schemas/holdout.schema.json', formatJson(buildConfigSchema(all))],
      ['schemas/report.schema.json', formatJson(reportSchema)],
      ['docs/checks/README.md', renderCheckIndex(all)],
      ...all.map((check) => [`docs/checks/${check.id}.md`, renderCheckPage(check)] as const),
    ]),
  );
}

function formatJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = await generateFiles();
  const removed = await writeGeneratedFiles(root, files);
  console.log(`${files.size} files written, ${removed.length} removed`);
}
