import { existsSync } from 'node:fs';
import { chromiumPath } from '../../test/browser/chromium.ts';
import { runStep } from './run-step.ts';

/**
 * Installs Debian's Chromium for the tests of pages where there is none and this user may install packages. Elsewhere
 * those tests fail and say what to do.
 */
export async function setUpBrowser(): Promise<void> {
  if (existsSync(chromiumPath()) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('apt-get', ['update', '-qq'], { cwd: '/', env });
  await runStep('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], {
    cwd: '/',
    env,
  });
}
