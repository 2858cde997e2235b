import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceBranch } from '../adapters/push-branch.ts';
import { readRegularBytes } from '../adapters/read-regular-bytes.ts';
import {
  decideImages,
  imageAddressOf,
  imageNamePattern,
  imagesBranch,
  type ImagesOrigin,
} from '../publish/images-branch.ts';
import type { PublishingNote } from './publishing-note.ts';
import type { RunnerContext } from './runner-context.ts';

/** The address of an image by its file's name, and what there is to say of how they were published. */
export interface PublishedImages {
  readonly imageAddress?: (name: string) => string | undefined;
  readonly note?: PublishingNote;
}

/** Of a run; beyond these, files are left out in the order of their names. */
const maxImages = 100;
const maxImageBytes = 4 << 20;
const maxAllBytes = 32 << 20;

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Adds the PNG files of a folder to the branch of images; what goes wrong is told, never thrown. */
export async function publishImages(
  folder: string,
  origin: ImagesOrigin,
  { serverUrl, repository }: RunnerContext,
  token: string,
): Promise<PublishedImages> {
  const repositoryUrl = `${serverUrl}/${repository}`;
  try {
    const images = await readImages(folder);
    if (images.size === 0) return {};
    const isReplaced = await replaceBranch(
      {
        remote: `${repositoryUrl}.git`,
        branch: imagesBranch,
        token,
        committer: {
          name: 'github-actions[bot]',
          email: '41898282+github-actions[bot]@users.noreply.github.com',
        },
        message: `Images of audits, as of pull request ${origin.pullRequest}`,
      },
      images,
      (present, added) => decideImages(present, added, origin),
    );
    if (!isReplaced)
      return warn(
        `the branch ${imagesBranch} holds something else than images of audits, and was left alone`,
      );
    return {
      imageAddress: (name) => (images.has(name) ? imageAddressOf(repositoryUrl, origin, name) : undefined),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return warn(`${reason} (the branch ${imagesBranch} needs the permission contents: write)`);
  }
}

function warn(reason: string): PublishedImages {
  return { note: { level: 'warning', text: `The comment shows no images: ${reason}.` } };
}

async function readImages(folder: string): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  let left = maxAllBytes;
  for (const name of (await listFolder(folder)).filter((one) => imageNamePattern.test(one)).sort()) {
    if (images.size === maxImages) break;
    const bytes = await readRegularBytes(join(folder, name), Math.min(left, maxImageBytes));
    if (!bytes?.subarray(0, pngSignature.length).equals(pngSignature)) continue;
    images.set(name, bytes);
    left -= bytes.length;
  }
  return images;
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
