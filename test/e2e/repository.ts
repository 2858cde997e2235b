import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './programs.ts';

const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];

/** Runs git in a folder. @returns what it says */
export async function git(folder: string, ...parameters: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram('git', [...identity, ...parameters], { cwd: folder });
  if (code !== 0) throw new Error(`git ${parameters.join(' ')} ended with ${code ?? 'a signal'}: ${stderr}`);
  return stdout.trim();
}

/** Makes a repository of what a folder holds. @returns the commit */
export async function initialize(folder: string): Promise<string> {
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  return commitAll(folder);
}

/** @returns the commit */
export async function commitAll(folder: string): Promise<string> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** Changes a text file in place. */
export async function edit(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path, 'utf8')));
}
