#!/usr/bin/env node
import { runCli } from './cli-run.ts';

// A reader such as `head` may close the pipe before the report is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
