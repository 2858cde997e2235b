import { spawn } from 'node:child_process';
import { EnvironmentError } from '../model/errors.ts';

export interface GitCommand {
  readonly folder: string;
  readonly parameters: readonly string[];
  /** Settings of this command alone, such as `user.name=x`. */
  readonly settings?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Bytes of output; without it, 256 MiB. */
  readonly maxOutputBytes?: number;
}

/**
 * For every command: no program that a repository's settings name is run to watch files or as a hook, and a folder that
 * was committed in the shape of a bare repository is not taken for one.
 */
const cautions = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];

/** A command of git that ended with an error. */
export class GitError extends EnvironmentError {
  /** What git said on its standard error, bounded. */
  readonly complaint: string;

  constructor(command: string, complaint: string) {
    super(`git ${command} failed: ${complaint.trim().split('\n').at(-1) ?? ''}`);
    this.complaint = complaint;
  }
}

const maxComplaintLength = 10_000;

/**
 * Runs git. Variables of the environment that name another repository, as hooks have them, are not passed on.
 * @returns what it wrote on its output
 * @throws GitError where it ends with an error or writes too much; EnvironmentError where it cannot be started
 */
export function runGit({
  folder,
  parameters,
  settings = [],
  env = {},
  input,
  maxOutputBytes = 256 << 20,
}: GitCommand): Promise<Buffer> {
  const [name = ''] = parameters;
  const inherited = Object.entries(process.env).filter(([variable]) => !repositoryVariables.test(variable));
  return new Promise((resolve, reject) => {
    const child = spawn(
      'git',
      ['-C', folder, ...[...cautions, ...settings].flatMap((setting) => ['-c', setting]), ...parameters],
      {
        env: { ...Object.fromEntries(inherited), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
        shell: false,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const pieces: Buffer[] = [];
    let bytes = 0;
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= maxOutputBytes) pieces.push(piece);
      else child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-maxComplaintLength);
    });
    child.on('error', (cause) =>
      reject(new EnvironmentError('git cannot be started', { hint: 'install it', cause })),
    );
    child.on('close', (code) => {
      if (bytes > maxOutputBytes) reject(new GitError(name, `more than ${maxOutputBytes} bytes of output`));
      else if (code === 0) resolve(Buffer.concat(pieces));
      else reject(new GitError(name, complaint));
    });
    // A command that ends before it has read all says so by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Those of `git rev-parse --local-env-vars`, but for settings given on the command line. */
const repositoryVariables =
  /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|IMPLICIT_WORK_TREE|INTERNAL_SUPER_PREFIX|NO_REPLACE_OBJECTS|REPLACE_REF_BASE)$/u;
