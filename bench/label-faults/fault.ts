import type { CleanSample } from './clean-data.ts';

/** How the config declares labels. */
export type Labels = 'color' | 'index' | 'spaced-index' | 'class';

/** A file to be written, by its ending. */
export interface StoredFile {
  readonly bytes: Buffer;
  readonly extension: 'png' | 'jpg' | 'webp';
}

/** What a fault makes of a sample. What it leaves out stays as it was. */
export interface Planted {
  readonly mask?: StoredFile;
  readonly image?: StoredFile;
  /** Another sample of the same subject; without an image of its own it has the same one under another name. */
  readonly copy?: { readonly mask?: StoredFile; readonly image?: StoredFile; readonly class?: string };
  readonly class?: string;
}

export interface PlantContext {
  readonly sample: CleanSample;
  /** A clean sample of another subject. */
  readonly other: CleanSample;
  /** The bytes of the sample's image. */
  readonly imageBytes: Buffer;
  readonly random: () => number;
  /** Number of the planting, from 0. */
  readonly turn: number;
}

export interface Fault {
  readonly name: string;
  readonly labels: Labels;
  /** Checks and messages of which one must name the fault. */
  readonly named: readonly string[];
  /** Findings that say the same from another side and are no false ones. */
  readonly also?: readonly string[];
  /** Whether all masks of the example are needed: for what is told from the rest of the dataset. */
  readonly isRelative?: boolean;
  /** Faults planted; in all samples without it. */
  readonly planted?: number;
  /** Samples in which it can be planted. */
  readonly fits?: (sample: CleanSample) => boolean;
  plant(context: PlantContext): Promise<Planted>;
}

export async function png(image: { png(): { toBuffer(): Promise<Buffer> } }): Promise<StoredFile> {
  return { bytes: await image.png().toBuffer(), extension: 'png' };
}
