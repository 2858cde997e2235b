import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { waiverCheck } from '../src/audit/waivers.ts';
import { baselineInputSchema } from '../src/baseline/input-schema.ts';
import { baselineResultSchema } from '../src/baseline/result-schema.ts';
import { checks } from '../src/checks/index.ts';
import { buildConfigSchema } from '../src/config/schema.ts';
import type { Report } from '../src/model/report.ts';
import { reportSchema } from '../src/report/report-schema.ts';
import { reporters } from '../src/report/reporters.ts';
import { fillActionTables } from './generate/action-tables.ts';
import { renderCheckIndex } from './generate/check-index.ts';
import { renderCheckPage } from './generate/check-page.ts';
import { drawTerminal } from './generate/terminal-picture.ts';
import { exampleNames, renderExampleReport, type ExampleReport } from './generate/example-reports.ts';
import { renderVerdictPage } from './generate/verdict-page.ts';
import { writeGeneratedFiles } from './generate/write-files.ts';

/** The schemas, the checks' pages, the README's picture and tables, the examples' reports: content by path relative to the repository. */
export async function generateFiles(): Promise<Map<string, string | Uint8Array>> {
  const examples = new Map<string, ExampleReport>();
  for (const name of exampleNames) examples.set(name, await renderExampleReport(name));
  const all = [...Object.values(checks), waiverCheck];
  return new Map<string, string | Uint8Array>([
    ['schemas/holdout.schema.json', formatJson(buildConfigSchema(all))],
    ['schemas/report.schema.json', formatJson(reportSchema)],
    ['schemas/baseline-input.schema.json', formatJson(baselineInputSchema)],
    ['schemas/baseline-result.schema.json', formatJson(baselineResultSchema)],
    ['docs/checks/README.md', renderCheckIndex(all)],
    ...all.map((check) => [`docs/checks/${check.id}.md`, renderCheckPage(check)] as const),
    ['docs/verdict.md', renderVerdictPage()],
    ['docs/images/check.svg', drawExample(examples.get('abdomen-ultrasound')?.report)],
    ...[...examples.values()].flatMap(({ files }) => [...files]),
    [
      'README.md',
      fillActionTables(await readRepositoryFile('README.md'), await readRepositoryFile('action.yml')),
    ],
  ]);
}

function readRepositoryFile(path: string): Promise<string> {
  return readFile(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** What the terminal shows of the example that the README begins with. */
function drawExample(report: Report | undefined): string {
  if (!report) throw new Error('the example has no report');
  const text = reporters.pretty(report, { color: true, width: 100 });
  return drawTerminal(
    `$ holdout check examples/abdomen-ultrasound\n\n${text}`,
    'holdout check in a terminal',
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
