import { spawn } from 'node:child_process';
import { EnvironmentError } from '../model/errors.ts';

/*
 * git itself, not a library over it: contents must come as bytes, piece by piece and bounded, and names end with NUL,
 * while the libraries give whole texts.
 */

/** How a git command ended. */
export interface GitOutcome {
  readonly exitCode: number;
  readonly output: Buffer;
  /** The last words on standard error, on one line, at most 500 characters. */
  readonly complaint: string;
}

export interface GitOptions {
  /** What git reads on its input. */
  readonly input?: string;
  /** The most that is read of what it writes. */
  readonly maxBytes?: number;
  /** Time after which it is stopped. */
  readonly timeoutMs?: number;
}

const maxOutputBytes = 512 * 1024 * 1024;
const maxComplaintLength = 500;
const defaultTimeoutMs = 300_000;

/**
 * Settings that come before those of any repository. A dataset's folder may hold what looks like a bare repository, whose
 * config would name programs to run: only a `.git` counts, which git itself commits to nobody.
 */
const safeSettings = [
  ['-c', 'safe.bareRepository=explicit'],
  ['-c', 'core.fsmonitor=false'],
  ['-c', 'core.hooksPath=/dev/null'],
].flat();

/** Nothing asks for a password, and nothing that only looks writes to the index. */
const safeEnvironment = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };

/**
 * Runs git to its end in a folder.
 * @throws EnvironmentError where it cannot be started, takes too long or writes too much
 */
export async function runGit(
  folder: string,
  parameters: readonly string[],
  { input, maxBytes = maxOutputBytes, timeoutMs = defaultTimeoutMs }: GitOptions = {},
): Promise<GitOutcome> {
  const child = startGit(folder, parameters, timeoutMs);
  const pieces: Buffer[] = [];
  let total = 0;
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-maxComplaintLength);
  });
  child.stdout.on('data', (piece: Buffer) => {
    total += piece.length;
    if (total > maxBytes) child.kill();
    else pieces.push(piece);
  });
  // git may end before it has read everything; how it ends then says why.
  child.stdin.on('error', () => undefined).end(input);
  const { code, signal } = await untilClosed(child);
  if (total > maxBytes)
    throw new EnvironmentError(`git ${nameOf(parameters)} answers more than ${maxBytes} bytes`);
  if (signal !== null) throw new EnvironmentError(`git ${nameOf(parameters)} was stopped by ${signal}`);
  return {
    exitCode: code ?? 1,
    output: Buffer.concat(pieces),
    complaint: complaint.trim().replace(/\s+/gu, ' '),
  };
}

/**
 * What git writes, piece by piece; the process ends when the reader leaves.
 * @throws EnvironmentError where git cannot be started or fails
 */
export async function* streamGit(
  folder: string,
  parameters: readonly string[],
): AsyncGenerator<Uint8Array, void> {
  const child = startGit(folder, parameters, defaultTimeoutMs);
  child.stdin.on('error', () => undefined).end();
  child.stderr.resume();
  const closed = untilClosed(child);
  // Read below; here only so that nothing is thrown into the void where the reader leaves first.
  closed.catch(() => undefined);
  try {
    for await (const piece of child.stdout) yield piece as Buffer;
    const { code, signal } = await closed;
    if (code !== 0)
      throw new EnvironmentError(`git ${nameOf(parameters)} ended with ${code ?? signal ?? 'nothing'}`);
  } finally {
    child.kill();
  }
}

function startGit(folder: string, parameters: readonly string[], timeoutMs: number) {
  return spawn('git', [...safeSettings, ...parameters], {
    cwd: folder,
    env: { ...process.env, ...safeEnvironment },
    shell: false,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
}

function untilClosed(child: ReturnType<typeof startGit>) {
  return new Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.on('error', (cause) =>
        reject(new EnvironmentError('git cannot be started', { hint: 'check that it is installed', cause })),
      );
      child.on('close', (code, signal) => resolve({ code, signal }));
    },
  );
}

function nameOf([name = '']: readonly string[]): string {
  return name;
}
