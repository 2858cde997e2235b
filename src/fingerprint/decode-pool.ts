import { EnvironmentError } from '../model/errors.ts';
import type { DecodeFailure } from '../model/fingerprint.ts';
import type { Job, WorkerSettings } from './protocol.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

export interface PoolSettings extends WorkerSettings {
  /** Processes that decode at the same time, at least one. */
  readonly workers: number;
  /** Time after which a decode is stopped. */
  readonly decodeSeconds: number;
}

/** Jobs that a worker holds: one being decoded, the others so that it never waits for the next. */
const jobsPerWorker = 4;
const startupSeconds = 60;

/** A worker and what it was given: the first of `held` is being decoded. */
interface Employee {
  readonly process: WorkerProcess;
  readonly held: number[];
  isReady: boolean;
  timer: NodeJS.Timeout;
}

/**
 * Runs jobs in parallel processes and answers every one of them once. A job that crashes its worker or takes
 * too long costs that worker, which is replaced; the jobs behind it go to others.
 * @typeParam A what the worker answers to these jobs, beside failures
 */
export class DecodePool<A> {
  readonly #jobs: readonly Job[];
  readonly #settings: PoolSettings;
  readonly #onAnswer: (index: number, answer: A | DecodeFailure) => void;
  readonly #onEnd: (error?: Error) => void;
  readonly #employees = new Set<Employee>();
  /** Indices of jobs put back by a worker that ended. */
  readonly #returned: number[] = [];
  #next = 0;
  #answered = 0;

  constructor(
    jobs: readonly Job[],
    settings: PoolSettings,
    onAnswer: (index: number, answer: A | DecodeFailure) => void,
    onEnd: (error?: Error) => void,
  ) {
    this.#jobs = jobs;
    this.#settings = settings;
    this.#onAnswer = onAnswer;
    this.#onEnd = onEnd;
  }

  start(): void {
    if (this.#jobs.length === 0) this.#onEnd();
    const useful = Math.ceil(this.#jobs.length / jobsPerWorker);
    const workers = Math.min(Math.max(1, this.#settings.workers), useful);
    for (let started = 0; started < workers; started++) this.#employ();
  }

  #employ(): void {
    const employee: Employee = {
      process: startWorker<A | DecodeFailure>(this.#settings, {
        ready: () => {
          employee.isReady = true;
          this.#fill(employee);
        },
        answered: (answer) => this.#take(employee, answer),
        ended: (unavailable) => this.#replace(employee, 'crash', unavailable),
      }),
      held: [],
      isReady: false,
      timer: setTimeout(
        () => this.#replace(employee, 'timeout', `the decoder did not start within ${startupSeconds} s`),
        startupSeconds * 1000,
      ),
    };
    this.#employees.add(employee);
  }

  /** Gives a worker as many jobs as it may hold, and times the one it is at. */
  #fill(employee: Employee): void {
    clearTimeout(employee.timer);
    while (employee.held.length < jobsPerWorker) {
      const index = this.#returned.pop() ?? this.#next++;
      const job = this.#jobs[index];
      if (!job) break;
      employee.held.push(index);
      employee.process.send(job);
    }
    if (employee.held.length > 0) {
      const { decodeSeconds } = this.#settings;
      employee.timer = setTimeout(() => this.#replace(employee, 'timeout', undefined), decodeSeconds * 1000);
    }
  }

  #take(employee: Employee, answer: A | DecodeFailure): void {
    const index = employee.held.shift();
    if (index === undefined) return;
    this.#fill(employee);
    this.#record(index, answer);
  }

  /** Ends a worker that crashed, hangs or never began; the job it was at is answered, the others go back. */
  #replace(employee: Employee, fault: 'crash' | 'timeout', unavailable: string | undefined): void {
    if (!this.#employees.delete(employee)) return;
    clearTimeout(employee.timer);
    employee.process.stop();
    if (!employee.isReady) {
      this.#end(
        new EnvironmentError(`images cannot be decoded on this machine: ${unavailable ?? 'unknown reason'}`),
      );
      return;
    }
    const [guilty, ...innocent] = employee.held;
    this.#returned.push(...innocent);
    if (this.#returned.length > 0 || this.#next < this.#jobs.length) this.#employ();
    if (guilty !== undefined) this.#record(guilty, describeFault(fault, this.#settings.decodeSeconds));
  }

  #record(index: number, answer: A | DecodeFailure): void {
    this.#answered++;
    this.#onAnswer(index, answer);
    if (this.#answered === this.#jobs.length) this.#end();
  }

  #end(error?: Error): void {
    for (const { process, timer } of this.#employees) {
      clearTimeout(timer);
      process.stop();
    }
    this.#employees.clear();
    this.#onEnd(error);
  }
}

function describeFault(fault: 'crash' | 'timeout', decodeSeconds: number): DecodeFailure {
  const detail =
    fault === 'timeout' ? `decoding took longer than ${decodeSeconds} s` : 'the decoder crashed on this file';
  return { kind: 'failure', fault, detail };
}
