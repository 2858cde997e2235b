import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where the browser of the tests is: Debian's, or the one that HOLDOUT_CHROMIUM names. */
export function chromiumPath(): string {
  return process.env['HOLDOUT_CHROMIUM'] ?? '/usr/bin/chromium';
}

/**
 * Starts a browser without a display, and without the requests of its own that a Chromium sends at its start.
 *
 * @throws Error that says how to get one where there is none
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!existsSync(executablePath))
    throw new Error(
      `there is no browser at ${executablePath}; install Chromium (Debian: apt-get install chromium) or set HOLDOUT_CHROMIUM to one`,
    );
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
