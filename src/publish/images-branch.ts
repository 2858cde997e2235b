/** A file that git holds, by its place in a tree and the id of its content. */
export interface BranchFile {
  /** With `/`. */
  readonly path: string;
  readonly blobId: string;
}

/** The run whose images are kept. */
export interface ImagesOrigin {
  /** Name of the audit. */
  readonly name: string;
  readonly pullRequest: number;
  readonly headSha: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The branch of all images, which holds nothing else. */
export const imagesBranch = 'holdout-images';
/** Days after which images are removed, with the next that are added. */
export const imagesKeptDays = 60;
/** Folders of runs that are kept at most; the oldest go first. */
const maxFolders = 2000;

/** `2026-11-25/holdout/7/<commit>/<file>.png`. */
const imagePath =
  /^(?<folder>(?<date>\d{4}-\d{2}-\d{2})\/[A-Za-z0-9._-]{1,60}\/\d{1,15}\/[0-9a-f]{40}(?:[0-9a-f]{24})?)\/[A-Za-z0-9._-]{1,100}\.png$/u;

/** Names of files that may stand on the branch. */
export const imageNamePattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,95}\.png$/u;

/** The folder of a run's images: the day comes first, so that it tells how old they are. */
export function imagesFolderOf({ name, pullRequest, headSha, today }: ImagesOrigin): string {
  return `${today}/${name}/${pullRequest}/${headSha}`;
}

/** Where a page of a forge shows the image, to those who may see the repository. */
export function imageAddressOf(repositoryUrl: string, origin: ImagesOrigin, file: string): string {
  return `${repositoryUrl}/blob/${imagesBranch}/${imagesFolderOf(origin)}/${file}?raw=true`;
}

/**
 * What the branch is to hold after a run: its images, and those of others that are not too old. The branch is written
 * anew with it as one commit without history, so that what is removed is gone.
 * @param present what it holds now
 * @param added the run's images, by the names of their files
 * @returns undefined where the branch holds something else than images of this kind, and must be left alone
 */
export function decideImages(
  present: readonly BranchFile[],
  added: ReadonlyMap<string, string>,
  origin: ImagesOrigin,
): BranchFile[] | undefined {
  const own = imagesFolderOf(origin);
  const oldest = new Date(Date.parse(origin.today) - imagesKeptDays * 86_400_000).toISOString().slice(0, 10);
  const byFolder = new Map<string, BranchFile[]>();
  for (const file of present) {
    const { folder, date } = imagePath.exec(file.path)?.groups ?? {};
    if (folder === undefined || date === undefined) return undefined;
    if (date < oldest || folder === own) continue;
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const kept = [...byFolder.keys()].sort().slice(1 - maxFolders);
  return [
    ...kept.flatMap((folder) => byFolder.get(folder) ?? []),
    ...[...added].map(([file, blobId]) => ({ path: `${own}/${file}`, blobId })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
