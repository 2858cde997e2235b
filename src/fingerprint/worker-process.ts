import { fork, type ChildProcess } from 'node:child_process';
import type { Job, WorkerInput, WorkerOutput, WorkerSettings } from './protocol.ts';
import { workerModule } from './worker-module.ts';

/** How a worker reports back. After `ended` it is gone and says no more. */
export interface WorkerEvents<A> {
  readonly ready: () => void;
  readonly answered: (answer: A) => void;
  /** The process died or was stopped; `unavailable` says why it could not even begin. */
  readonly ended: (unavailable: string | undefined) => void;
}

/** One forked decoder. */
export interface WorkerProcess {
  send(job: Job): void;
  stop(): void;
}

/** @typeParam A what the worker answers to the jobs that it will be sent */
export function startWorker<A>(settings: WorkerSettings, events: WorkerEvents<A>): WorkerProcess {
  const { path, execArgv } = workerModule();
  const child = fork(path, [], {
    serialization: 'advanced',
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-1000)));
  let isReady = false;
  let hasEnded = false;
  const end = (unavailable: string | undefined): void => {
    if (hasEnded) return;
    hasEnded = true;
    child.kill('SIGKILL');
    events.ended(unavailable);
  };
  child.on('message', (output: WorkerOutput<A>) => {
    if (hasEnded) return;
    if ('answer' in output) {
      events.answered(output.answer);
    } else if ('ready' in output) {
      isReady = true;
      events.ready();
    } else {
      end(output.unavailable);
    }
  });
  child.on('error', (error) => end(isReady ? undefined : error.message));
  // Not `exit`: answers may still be on their way then, and the wrong job would be blamed.
  child.on('close', (code, signal) =>
    end(isReady ? undefined : complaint.trim() || `it ended with ${signal ?? `code ${code ?? 'unknown'}`}`),
  );
  post(child, { settings });
  return {
    send: (job) => post(child, { job }),
    stop: () => {
      hasEnded = true;
      child.kill('SIGKILL');
    },
  };
}

/** A message that a dead worker cannot take is not lost: its `close` puts the job back. */
function post(child: ChildProcess, input: WorkerInput): void {
  if (child.connected) child.send(input);
}
