import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { replaceBranch, type TreeFile } from '../../src/adapters/push-branch.ts';
import { runProgram } from '../e2e/programs.ts';

let folder = '';
let remote = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-push-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  remote = join(folder, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  // As GitHub has it.
  for (const name of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) git('config', name, 'true');
});

function git(...parameters: string[]): string {
  return execFileSync('git', ['-C', remote, ...parameters], { encoding: 'utf8', stdio: 'pipe' }).trim();
}

function push(
  contents: Readonly<Record<string, string>>,
  decide = keepAll,
  url = pathToFileURL(remote).href,
) {
  return replaceBranch(
    {
      remote: url,
      branch: 'pictures',
      token: '',
      committer: { name: 'a', email: 'a@b' },
      message: 'pictures',
    },
    new Map(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)])),
    decide,
  );
}

function keepAll(present: readonly TreeFile[], added: ReadonlyMap<string, string>): TreeFile[] | undefined {
  return [...present, ...[...added].map(([path, blobId]) => ({ path, blobId }))];
}

const listFiles = (): string[] => git('ls-tree', '-r', '--name-only', 'pictures').split('\n');

it.each([
  ['a server that can leave contents out', 'true'],
  ['a server that cannot', 'false'],
])('puts files beside those of other runs, in one commit, on %s', async (_, canFilter) => {
  git('config', 'uploadpack.allowFilter', canFilter);
  expect(await push({ 'a/one.png': 'one' })).toBe(true);
  expect(await push({ 'b/two.png': 'two' })).toBe(true);
  expect(listFiles()).toEqual(['a/one.png', 'b/two.png']);
  expect(git('show', 'pictures:a/one.png')).toBe('one');
  expect(git('rev-list', '--all', '--count')).toBe('1');
  expect(git('fsck', '--strict', '--no-dangling')).toBe('');
});

it('leaves a branch alone where it is told to', async () => {
  await push({ 'a.png': 'a' });
  const before = git('rev-parse', 'pictures');
  expect(await push({ 'b.png': 'b' }, () => undefined)).toBe(false);
  expect(git('rev-parse', 'pictures')).toBe(before);
});

it('begins again where the branch has moved on since it was looked at', async () => {
  await push({ 'first.png': '1' });
  let looks = 0;
  const decide = (present: readonly TreeFile[], added: ReadonlyMap<string, string>) => {
    looks++;
    if (looks === 1) moveOn();
    return keepAll(present, added);
  };
  expect(await push({ 'mine.png': 'm' }, decide)).toBe(true);
  expect(looks).toBe(2);
  expect(listFiles()).toEqual(['first.png', 'mine.png', 'other.png']);
});

/** What another run does: a commit of its own in the branch's place. */
function moveOn(): void {
  const blob = execFileSync('git', ['-C', remote, 'hash-object', '-w', '--stdin'], {
    input: 'o',
    encoding: 'utf8',
  });
  const first = git('ls-tree', '-r', 'pictures');
  const tree = execFileSync('git', ['-C', remote, 'mktree'], {
    input: `${first}\n100644 blob ${blob.trim()}\tother.png\n`,
    encoding: 'utf8',
  }).trim();
  const commit = git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit-tree', tree, '-m', 'x');
  git('update-ref', 'refs/heads/pictures', commit);
}

it('loses nothing where processes push at the same time', async () => {
  const program = `
    const { replaceBranch } = await import(${JSON.stringify(new URL('../../src/adapters/push-branch.ts', import.meta.url).href)});
    const name = process.argv[1];
    await replaceBranch(
      { remote: ${JSON.stringify(pathToFileURL(remote).href)}, branch: 'pictures', token: '',
        committer: { name: 'a', email: 'a@b' }, message: 'pictures' },
      new Map([[name, Buffer.from(name)]]),
      (present, added) => [...present, ...[...added].map(([path, blobId]) => ({ path, blobId }))],
    );`;
  const loader = fileURLToPath(import.meta.resolve('tsx'));
  const names = ['a.png', 'b.png', 'c.png', 'd.png'];
  const runs = await Promise.all(
    names.map((name) =>
      runProgram(
        process.execPath,
        ['--import', pathToFileURL(loader).href, '--input-type=module', '-e', program, name],
        {
          cwd: folder,
        },
      ),
    ),
  );
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    names.map(() => ({ code: 0, stderr: '' })),
  );
  expect(listFiles()).toEqual(names);
  expect(git('rev-list', '--all', '--count')).toBe('1');
});

it('gives up at once where it may not push, and says why', async () => {
  git('config', 'receive.denyNonFastForwards', 'true');
  git('config', 'receive.denyDeletes', 'true');
  await push({ 'a.png': 'a' });
  await expect(push({ 'b.png': 'b' })).rejects.toThrow(/git push failed/u);
  await expect(push({ 'b.png': 'b' }, keepAll, join(folder, 'nowhere.git'))).rejects.toThrow(
    /git ls-remote failed/u,
  );
});
