import * as core from '@actions/core';
import { tmpdir } from 'node:os';
import { runAction } from './action-run.ts';
import { checkDataset } from './check-dataset.ts';
import { openForge } from './open-forge.ts';
import { readRunnerContext } from './runner-context.ts';
import { version } from './version.ts';

const { GITHUB_WORKSPACE, RUNNER_TEMP, GITHUB_STEP_SUMMARY, FORCE_COLOR } = process.env;

process.exitCode = await runAction({
  folders: { workspace: GITHUB_WORKSPACE ?? process.cwd(), temporary: RUNNER_TEMP ?? tmpdir() },
  useColor: FORCE_COLOR !== undefined && !['', '0', 'false'].includes(FORCE_COLOR),
  today: new Date().toISOString().slice(0, 10),
  version,
  getInput: (name) => core.getInput(name),
  setOutput: core.setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write();
  },
  log: (text) => process.stdout.write(text),
  checkDataset,
  context: readRunnerContext(process.env),
  openForge,
});
