import { writeFileSync } from 'node:fs';
import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { SkippedTest, Tally } from './tally.ts';

/** Counts the tests of a run and writes the tally to a file. */
export class TallyReporter implements Reporter {
  readonly #file: string;
  /** What test files printed about skipping, by the file's id. */
  readonly #announced = new Map<string, string>();

  constructor(file: string) {
    this.#file = file;
  }

  onUserConsoleLog({ content, taskId }: UserConsoleLog): void {
    const reason = /^skipped: (?<reason>.+)$/mu.exec(content)?.groups?.['reason'];
    if (reason !== undefined && taskId !== undefined) this.#announced.set(taskId, reason);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    const skipped: SkippedTest[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'skipped') skipped.push(this.#describeSkipped(module, test));
        else failed++;
      }
    }
    const tally: Tally = { passed, failed, skipped };
    writeFileSync(this.#file, JSON.stringify(tally));
  }

  #describeSkipped(module: TestModule, test: TestCase): SkippedTest {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    const reason = note ?? this.#announced.get(module.id) ?? 'the test file gives no reason';
    return { name: `${module.relativeModuleId} › ${test.fullName.replaceAll(' > ', ' › ')}`, reason };
  }
}
