import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extractOperations } from './github-openapi/extract-operations.ts';

/**
 * GitHub's own OpenAPI description (MIT). It is fetched when the fixture is made or checked and is no dependency:
 * installed it takes 385 MB, of which 60 KB are used.
 */
const source = { package: '@octokit/openapi', version: '23.0.2' };

/** The operations that holdout uses. */
const operationIds = [
  'pulls/list',
  'pulls/get',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'repos/create-commit-status',
  'repos/get-collaborator-permission-level',
  'checks/create',
  'checks/update',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
  'actions/create-workflow-dispatch',
  'actions/list-workflow-runs',
  'actions/get-workflow-run',
  'actions/cancel-workflow-run',
  'actions/list-jobs-for-workflow-run',
  'actions/re-run-workflow',
  'reactions/create-for-issue-comment',
  'repos/get',
  'repos/get-branch',
  'repos/get-content',
];

export const fixturePath = 'test/fixtures/github-openapi.json';

const run = promisify(execFile);

/** The content of the fixture, from the package as the npm registry has it. */
export async function makeFixture(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-openapi-'));
  try {
    const { stdout } = await run('npm', [
      'pack',
      `${source.package}@${source.version}`,
      '--silent',
      '--pack-destination',
      folder,
    ]);
    const file = 'package/generated/api.github.com.json';
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, file]);
    const description: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    return formatFixture(extractOperations(description, operationIds, source));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A line an operation and a line a schema, so that a change shows what it changes. */
function formatFixture({ source: from, operations, schemas }: ReturnType<typeof extractOperations>): string {
  const lines = (entries: Readonly<Record<string, unknown>>) =>
    Object.entries(entries)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{
"source": ${JSON.stringify(from)},
"operations": {
${lines(operations)}
},
"schemas": {
${lines(schemas)}
}
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(fileURLToPath(new URL(`../${fixturePath}`, import.meta.url)), await makeFixture());
  console.log(fixturePath);
}
