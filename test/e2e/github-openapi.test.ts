import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixturePath, makeFixture } from '../../scripts/github-openapi.ts';
import { repositoryRoot } from './programs.ts';

it("holds GitHub's description as the package of the pinned version has it", async () => {
  expect(await readFile(join(repositoryRoot, fixturePath), 'utf8')).toBe(await makeFixture());
});
