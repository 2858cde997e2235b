import * as core from '@actions/core';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { runBaselineAction } from './baseline-action-run.ts';
import { openForge, openWorkflows } from './open-forge.ts';
import { readRunnerContext } from './runner-context.ts';
import { version } from './version.ts';

const { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, RUNNER_TEMP } = process.env;
const workspace = GITHUB_WORKSPACE ?? process.cwd();
const log = (text: string): boolean => process.stdout.write(text);

process.exitCode = await runBaselineAction({
  folders: { workspace, temporary: RUNNER_TEMP ?? tmpdir() },
  getInput: (name) => core.getInput(name),
  setOutput: core.setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write();
  },
  log,
  context: readRunnerContext(process.env),
  openForge,
  openWorkflows,
  wait: async (ms) => setTimeout(ms),
  now: () => Date.now(),
  today: new Date().toISOString().slice(0, 10),
  version,
  makeCorrelationId: () => randomUUID().replaceAll('-', ''),
  train: async (request, inputs) => {
    // Loaded when needed: sending and telling need no decoders.
    const { trainBaseline } = await import('./train-baseline.ts');
    const token = randomUUID();
    const today = new Date().toISOString().slice(0, 10);
    const stream = { write: log, isTTY: false };
    // What a trainer says names files of the dataset: no line of it is a command to the runner.
    log(`::stop-commands::${token}\n`);
    try {
      const outside = { cwd: workspace, today, stdout: stream, stderr: stream, env: process.env };
      return await trainBaseline(request, inputs, outside);
    } finally {
      log(`\n::${token}::\n`);
    }
  },
});
