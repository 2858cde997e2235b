import { describe, expect, it } from 'vitest';
import { ForgeError, type Forge, type ForgeFailure } from '../../src/model/forge.ts';

/** A repository as a suite needs it before it asks. */
export interface ForgeContents {
  readonly pulls: readonly {
    readonly number: number;
    readonly isOpen: boolean;
    readonly headSha: string;
    readonly branch: string;
    readonly repository: string;
  }[];
  readonly permissions: Readonly<Record<string, 'admin' | 'write' | 'read' | 'none'>>;
  readonly artifacts: readonly {
    readonly id: number;
    readonly name: string;
    readonly runId: number;
    readonly headSha: string;
    readonly bytes: Uint8Array;
  }[];
}

const sha = 'a'.repeat(40);
const contents: ForgeContents = {
  pulls: [
    { number: 7, isOpen: true, headSha: sha, branch: 'more', repository: 'someone/scans' },
    { number: 8, isOpen: true, headSha: 'b'.repeat(40), branch: 'other', repository: 'someone/scans' },
    { number: 9, isOpen: false, headSha: sha, branch: 'more', repository: 'someone/scans' },
  ],
  permissions: { ann: 'write', bob: 'read' },
  artifacts: [
    { id: 3, name: 'report', runId: 50, headSha: sha, bytes: new Uint8Array([1, 2, 3]) },
    { id: 4, name: 'report', runId: 50, headSha: sha, bytes: new Uint8Array(10) },
    { id: 5, name: 'other', runId: 50, headSha: sha, bytes: new Uint8Array(1) },
    { id: 6, name: 'report', runId: 51, headSha: sha, bytes: new Uint8Array(1) },
  ],
};

/** What every forge must do. `open` gives one whose repository holds what it is handed. */
export function describeForge(name: string, open: (contents: ForgeContents) => Promise<Forge>): void {
  const fails = async (pending: Promise<unknown>, reason: ForgeFailure) => {
    const error: unknown = await pending.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ForgeError);
    expect(error).toMatchObject({ reason });
  };

  describe(`${name} as a forge`, () => {
    it('finds the open pull request of a head, by all that tells it', async () => {
      const forge = await open(contents);
      const head = { sha, repository: 'someone/scans', branch: 'more' };
      expect(await forge.findPullRequests(head)).toEqual([
        { number: 7, isOpen: true, headSha: sha, headRepository: 'someone/scans' },
      ]);
      for (const other of [{ sha: 'c'.repeat(40) }, { repository: 'someone/else' }, { branch: 'other' }])
        expect(await forge.findPullRequests({ ...head, ...other })).toEqual([]);
    });

    it('reads a pull request', async () => {
      const forge = await open(contents);
      expect(await forge.readPullRequest(9)).toEqual({
        ...{ number: 9, isOpen: false, headSha: sha, headRepository: 'someone/scans' },
      });
      await fails(forge.readPullRequest(10), 'missing');
    });

    it('writes, rewrites and removes comments', async () => {
      const forge = await open(contents);
      const first = await forge.createComment(7, 'one');
      const second = await forge.createComment(7, 'two');
      await forge.createComment(8, 'elsewhere');
      expect(await forge.updateComment(first.id, 'ONE')).toEqual({ ...first, body: 'ONE' });
      expect(await forge.listComments(7)).toEqual([{ ...first, body: 'ONE' }, second]);
      await forge.deleteComment(first.id);
      expect(await forge.listComments(7)).toEqual([second]);
      await fails(forge.updateComment(first.id, 'x'), 'missing');
      await fails(forge.deleteComment(first.id), 'missing');
      await fails(forge.createComment(10, 'x'), 'missing');
    });

    it('lists more comments than a page holds, oldest first', async () => {
      const forge = await open(contents);
      for (let at = 0; at < 205; at++) await forge.createComment(7, String(at));
      const listed = await forge.listComments(7);
      expect(listed.map(({ body }) => body)).toEqual(Array.from({ length: 205 }, (_, at) => String(at)));
    });

    it('refuses a comment that is too long', async () => {
      const forge = await open(contents);
      await fails(forge.createComment(7, 'x'.repeat(65_537)), 'refused');
      const { id } = await forge.createComment(7, 'x'.repeat(65_536));
      await fails(forge.updateComment(id, 'x'.repeat(65_537)), 'refused');
    });

    it('tells permissions', async () => {
      const forge = await open(contents);
      expect(await Promise.all(['ann', 'bob'].map((user) => forge.readPermission(user)))).toEqual([
        'write',
        'read',
      ]);
      await fails(forge.readPermission('nobody/at all'), 'missing');
    });

    it('lists the artifacts of a run by name, newest first, and reads them within bounds', async () => {
      const forge = await open(contents);
      const artifacts = await forge.listArtifacts(50, 'report');
      expect(artifacts).toEqual([
        { id: 4, bytes: 10, isExpired: false, runId: 50, headSha: sha },
        { id: 3, bytes: 3, isExpired: false, runId: 50, headSha: sha },
      ]);
      expect(new Uint8Array(await forge.readArtifact(3, 3))).toEqual(new Uint8Array([1, 2, 3]));
      await fails(forge.readArtifact(3, 2), 'too-large');
      await fails(forge.readArtifact(99, 10), 'missing');
    });
  });
}
