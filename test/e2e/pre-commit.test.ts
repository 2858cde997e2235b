import { cp, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { preparePython, pythonSetupMs, type Python } from '../python.ts';
import { writeDataset, writeManifest } from './dataset.ts';
import { makeFolder, repositoryRoot, runProgram, type Outcome } from './programs.ts';

let python: Python;
let folder = '';
/** A repository with what this one holds, committed, as a dataset's `.pre-commit-config.yaml` names it. */
let hooks = '';
/** A dataset's repository. */
let data = '';

beforeAll(async () => {
  python = await preparePython();
}, pythonSetupMs);

beforeEach(async () => {
  folder = await makeFolder();
  hooks = join(folder, 'hooks');
  data = join(folder, 'data');
  await copyRepository(hooks);
  await mkdir(data);
  await git(data, 'init', '--quiet', '--initial-branch=main');
});

function run(command: string, parameters: readonly string[], cwd: string): Promise<Outcome> {
  const identity = { NAME: 'Tester', EMAIL: 'tester@example.org' };
  return runProgram(command, parameters, {
    cwd,
    env: {
      ...python.env,
      PRE_COMMIT_HOME: join(folder, 'pre-commit-home'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        Object.entries(identity).flatMap(([name, value]) => [
          [`GIT_AUTHOR_${name}`, value],
          [`GIT_COMMITTER_${name}`, value],
        ]),
      ),
    },
  });
}

/** Runs git and expects success. @returns its output */
async function git(cwd: string, ...parameters: string[]): Promise<string> {
  const { code, stdout, stderr } = await run('git', parameters, cwd);
  if (code !== 0) throw new Error(`git ${parameters.join(' ')}: ${stderr}`);
  return stdout.trim();
}

async function preCommit(...parameters: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(python.command, ['-m', 'pre_commit', ...parameters], data);
  return `exit ${code ?? 'by signal'}\n${stdout}${stderr}`;
}

/** Files that git ignores are not in what a user clones, so they are left out here too. */
async function copyRepository(target: string): Promise<void> {
  const listed = await git(repositoryRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const path of new Set(listed.split('\0'))) {
    const source = join(repositoryRoot, path);
    if (path === '' || /^(?:examples|test)\//u.test(path) || !existsSync(source)) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await cp(source, join(target, path));
  }
  await git(target, 'init', '--quiet', '--initial-branch=main');
  await git(target, 'add', '--all');
  await git(target, 'commit', '--quiet', '--message=everything');
}

describe('pre-commit try-repo', () => {
  it('passes a clean dataset and fails a leaking one', async () => {
    await writeDataset(data);
    await git(data, 'add', '--all');
    expect(await preCommit('try-repo', hooks, 'holdout', '--all-files')).toMatch(
      /^exit 0\n[^]*holdout\.{3,}Passed/u,
    );
    await writeManifest(data, 'p1');
    await git(data, 'add', '--all');
    expect(await preCommit('try-repo', hooks, 'holdout', '--all-files')).toMatch(
      /^exit 1\n[^]*holdout\.{3,}Failed[^]*leakage\/subject[^]*p1/u,
    );
  });
});

describe('the installed hooks', () => {
  beforeEach(async () => {
    await writeDataset(data);
    const revision = await git(hooks, 'rev-parse', 'HEAD');
    const entry = { repo: hooks, rev: revision, hooks: [{ id: 'holdout' }, { id: 'holdout-push' }] };
    // JSON is YAML too.
    await writeFile(join(data, '.pre-commit-config.yaml'), JSON.stringify({ repos: [entry] }));
    expect(await preCommit('install', '--hook-type=pre-commit', '--hook-type=pre-push')).toContain('exit 0');
    await git(data, 'add', '--all');
    await git(data, 'commit', '--message=clean');
  });

  it('let a clean commit through and block a leak, on commit and on push', async () => {
    const clean = await git(data, 'rev-parse', 'HEAD');
    await writeManifest(data, 'p1');
    await git(data, 'add', '--all');
    const blocked = await run('git', ['commit', '--message=leak'], data);
    expect(blocked.code).toBe(1);
    expect(blocked.stderr + blocked.stdout).toMatch(/leakage\/subject[^]*p1/u);
    expect(await git(data, 'rev-parse', 'HEAD')).toBe(clean);

    const remote = join(folder, 'remote.git');
    await git(folder, 'init', '--quiet', '--bare', remote);
    await git(data, 'commit', '--no-verify', '--message=leak');
    const push = await run('git', ['push', remote, 'main'], data);
    expect(push.code).toBe(1);
    expect(push.stderr + push.stdout).toMatch(/holdout \(before a push\)\.*Failed[^]*leakage\/subject/u);
    expect(await git(remote, 'branch', '--list')).toBe('');
  });

  it('do not run for a commit that touches nothing of the dataset', async () => {
    await writeManifest(data, 'p1');
    await git(data, 'commit', '--no-verify', '--all', '--message=leak');
    await writeFile(join(data, 'README.md'), 'A dataset.');
    await git(data, 'add', '--all');
    const commit = await run('git', ['commit', '--message=words'], data);
    expect(commit.code).toBe(0);
    expect(commit.stderr + commit.stdout).toMatch(/holdout\.*\(no files to check\)Skipped/u);
  });
});
