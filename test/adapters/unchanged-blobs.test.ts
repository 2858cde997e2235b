import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { listUnchangedBlobs } from '../../src/adapters/unchanged-blobs.ts';
import { blobIdOf } from '../../src/fingerprint/cache/blob-id.ts';

let repository = '';

beforeEach(async () => {
  repository = await realpath(await mkdtemp(join(tmpdir(), 'holdout-blobs-')));
  onTestFinished(() => rm(repository, { recursive: true, force: true }));
});

function git(...parameters: string[]): void {
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b', ...parameters], {
    stdio: 'pipe',
  });
}

const names = ['a.png', 'b.png', 'odd\n"name.png', 'ünïcode.png', 'c.png', 'd.png'];

async function fill(): Promise<void> {
  git('init', '--quiet');
  await mkdir(join(repository, 'data', 'below'), { recursive: true });
  await writeFile(join(repository, 'outside.png'), 'outside');
  for (const name of names) await writeFile(join(repository, 'data', name), name);
  await writeFile(join(repository, 'data/below/e.png'), 'e');
  await symlink('a.png', join(repository, 'data/link.png'));
  git('add', '--all');
  git('commit', '--quiet', '--message=x');
}

async function list(folder = 'data'): Promise<Record<string, string>> {
  const blobs = await listUnchangedBlobs(join(repository, folder));
  return Object.fromEntries(
    [...blobs].map(([path, id]) => [relative(join(repository, folder), path), id] as const).sort(),
  );
}

const idOf = (content: string): string => blobIdOf(Buffer.from(content));

it('gives the blobs of the files below a folder, whatever they are called', async () => {
  await fill();
  const expected = [...names.map((name) => [name, idOf(name)] as const), ['below/e.png', idOf('e')] as const];
  expect(await list()).toEqual(Object.fromEntries(expected));
});

it('leaves out what has changed or is new, what was staged or not, and what git was told to overlook', async () => {
  await fill();
  await writeFile(join(repository, 'data/a.png'), 'A.png');
  await rm(join(repository, 'data/b.png'));
  await writeFile(join(repository, 'data/new.png'), 'new');
  git('update-index', '--assume-unchanged', 'data/c.png');
  git('update-index', '--skip-worktree', 'data/d.png');
  for (const name of ['c.png', 'd.png']) await writeFile(join(repository, 'data', name), 'changed');
  await writeFile(join(repository, 'data/below/e.png'), 'staged');
  git('add', 'data/below/e.png');
  expect(await list()).toEqual({
    'below/e.png': idOf('staged'),
    'odd\n"name.png': idOf('odd\n"name.png'),
    'ünïcode.png': idOf('ünïcode.png'),
  });
});

it('does not trust a file that was written later, though its size and the time it tells are as they were', async () => {
  await fill();
  const time = new Date('2020-01-01');
  await utimes(join(repository, 'data/a.png'), time, time);
  git('update-index', '--refresh');
  // Its ctime tells, of which some builds of git compare whole seconds.
  await setTimeout(1100);
  await writeFile(join(repository, 'data/a.png'), 'A.png');
  await utimes(join(repository, 'data/a.png'), time, time);
  expect(Object.keys(await list())).not.toContain('a.png');
});

it('knows nothing outside of git, and runs nothing that a committed folder names', async () => {
  await writeFile(join(repository, 'a.png'), 'a');
  expect(await list('.')).toEqual({});
  expect(await list('nowhere')).toEqual({});
  execFileSync('git', ['init', '--quiet', '--bare', join(repository, 'data')]);
  const watcher = join(repository, 'watcher');
  await writeFile(watcher, `#!/bin/sh\ntouch ${join(repository, 'was-run')}\n`, { mode: 0o755 });
  execFileSync('git', ['-C', join(repository, 'data'), 'config', 'core.bare', 'false']);
  execFileSync('git', ['-C', join(repository, 'data'), 'config', 'core.worktree', repository]);
  execFileSync('git', ['-C', join(repository, 'data'), 'config', 'core.fsmonitor', watcher]);
  await writeFile(join(repository, 'data/x.png'), 'x');
  execFileSync(
    'git',
    [`--git-dir=${join(repository, 'data')}`, '-c', 'core.fsmonitor=false', 'add', '--', 'data/x.png'],
    {
      cwd: repository,
      stdio: 'pipe',
    },
  );
  expect(await list()).toEqual({});
  await expect(realpath(join(repository, 'was-run'))).rejects.toThrow('ENOENT');
});

it('asks the repository of the folder, not the one that a hook’s environment names', async () => {
  await fill();
  const before = process.env['GIT_DIR'];
  process.env['GIT_DIR'] = join(repository, 'nowhere.git');
  onTestFinished(() => {
    if (before === undefined) delete process.env['GIT_DIR'];
    else process.env['GIT_DIR'] = before;
  });
  expect(await list()).toHaveProperty(['a.png'], idOf('a.png'));
});
