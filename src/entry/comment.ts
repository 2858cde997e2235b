import * as core from '@actions/core';
import { runComment } from './comment-run.ts';
import { openForge, openWorkflows } from './open-forge.ts';
import { readRunnerContext } from './runner-context.ts';

const { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY } = process.env;

process.exitCode = await runComment({
  workspace: GITHUB_WORKSPACE ?? process.cwd(),
  getInput: (name) => core.getInput(name),
  setOutput: core.setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write();
  },
  log: (text) => process.stdout.write(text),
  context: readRunnerContext(process.env),
  openForge,
  openWorkflows,
});
