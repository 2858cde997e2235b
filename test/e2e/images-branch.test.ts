import { execFileSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildPullRequestEvent } from '../github/events.ts';
import type { GitHubServer } from '../github/server.ts';
import { makePlace, openPullRequest, runOnGitHub, type RunPlace } from './github-run.ts';
import { makeFolder, repositoryRoot } from './programs.ts';

const [first, second] = ['a'.repeat(40), 'b'.repeat(40)];

/** A place with a dataset whose samples can be drawn. */
async function makeMaskedPlace(): Promise<RunPlace> {
  const place = await makePlace();
  await cp(join(repositoryRoot, 'examples/leaking-split'), place.workspace, { recursive: true });
  return place;
}

/** A bare repository in the place of the one on GitHub, for git alone. */
interface Remote {
  readonly env: Readonly<Record<string, string>>;
  readonly git: (...parameters: string[]) => string;
}

async function makeRemote(repository: string): Promise<Remote> {
  const folder = await makeFolder();
  const remote = join(folder, `${repository}.git`);
  await mkdir(remote, { recursive: true });
  const git = (...parameters: string[]): string =>
    execFileSync('git', ['-C', remote, ...parameters], { encoding: 'utf8', stdio: 'pipe' }).trim();
  git('init', '--quiet', '--bare');
  for (const name of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) git('config', name, 'true');
  return {
    env: {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${pathToFileURL(folder).href}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
    },
    git,
  };
}

function audit(
  github: GitHubServer,
  place: RunPlace,
  { env }: Remote,
  more: { readonly headSha?: string; readonly runId?: number; readonly headRepository?: string } = {},
  inputs: Readonly<Record<string, string>> = { images: 'branch' },
) {
  const { repository } = github.state;
  const { headSha = first, runId = 100, headRepository = repository } = more;
  const payload = buildPullRequestEvent({
    repository,
    number: 7,
    headSha,
    headBranch: 'more',
    headRepository,
  });
  return runOnGitHub(github, place, {
    event: { name: 'pull_request', payload },
    runId,
    env,
    inputs: { 'fail-on': 'never', ...inputs },
  });
}

const listImages = ({ git }: Remote): string[] =>
  git('ls-tree', '-r', '--name-only', 'holdout-images').split('\n');

describe('images of a comment', () => {
  it('are on a branch of their own, one folder a commit, and the comment shows them', async () => {
    const github = await openPullRequest(first);
    const remote = await makeRemote(github.state.repository);
    const run = await audit(github, await makeMaskedPlace(), remote);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const today = new Date().toISOString().slice(0, 10);
    const path = `${today}/holdout/7/${first}/sheet.png`;
    const images = listImages(remote);
    expect(images).toContain(path);
    // Each address in the comment is that of a file on the branch; the charts are there for light and dark pages.
    const addresses = [
      ...(github.state.comments[0]?.body ?? '').matchAll(/(?:src|srcset)="(?<address>[^"]+)"/gu),
    ];
    const shown = addresses.map(({ groups }) => groups?.['address']);
    const addressOf = (one: string): string =>
      `https://github.com/${github.state.repository}/blob/holdout-images/${one}?raw=true`;
    expect(images.map(addressOf)).toEqual(expect.arrayContaining(shown));
    expect(shown).toContain(addressOf(path));
    expect(shown.length).toBeGreaterThan(3);
    const png = execFileSync(
      'git',
      ['-C', remote.git('rev-parse', '--absolute-git-dir'), 'show', `holdout-images:${path}`],
      { maxBuffer: 1 << 24 },
    );
    expect(png.subarray(1, 4).toString()).toBe('PNG');

    for (const pull of github.state.pulls) pull.headSha = second;
    await audit(github, await makeMaskedPlace(), remote, { headSha: second, runId: 101 });
    expect(listImages(remote)).toEqual([...images, ...images.map((one) => one.replace(first, second))]);
    expect(remote.git('rev-list', '--count', 'holdout-images')).toBe('1');
  });

  it('of two runs at once are both there', async () => {
    const github = await openPullRequest(first);
    const remote = await makeRemote(github.state.repository);
    const places = [await makeMaskedPlace(), await makeMaskedPlace()] as const;
    const runs = await Promise.all([
      audit(github, places[0], remote),
      audit(github, places[1], remote, { runId: 101 }, { images: 'branch', name: 'second' }),
    ]);
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(new Set(listImages(remote).map((path) => path.split('/')[1]))).toEqual(
      new Set(['holdout', 'second']),
    );
    expect(github.state.comments.filter(({ body }) => body.includes('/sheet.png?raw=true'))).toHaveLength(2);
  });

  it('are not pushed from a fork, nor where nobody asked for them', async () => {
    const github = await openPullRequest(first, 'someone/scans');
    const remote = await makeRemote(github.state.repository);
    const fork = await audit(github, await makeMaskedPlace(), remote, { headRepository: 'someone/scans' });
    expect(fork.code).toBe(0);
    const own = await openPullRequest(first);
    await audit(own, await makeMaskedPlace(), remote, {}, {});
    expect(own.state.comments[0]?.body).not.toContain('<img');
    expect(remote.git('branch', '--list')).toBe('');
  });

  it('that cannot be pushed are told of; the comment is written without them', async () => {
    const github = await openPullRequest(first);
    const remote = await makeRemote(github.state.repository);
    remote.git('config', 'receive.hideRefs', 'refs/heads/holdout-images');
    const run = await audit(github, await makeMaskedPlace(), remote);
    expect(run.code).toBe(0);
    expect(run.summary).toMatch(/The comment was written\.[^]*shows no images[^]*contents: write/u);
    expect(github.state.comments[0]?.body).not.toContain('<img');
  });
});
