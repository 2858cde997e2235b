import type { BoxColumns } from '../model/config.ts';
import type { SourceLocation } from '../model/sample.ts';
import type { Resolution } from './path-resolver.ts';

/** A path as somebody wrote it, with where it leads. */
export interface LocatedPath {
  readonly written: string;
  readonly resolution: Resolution;
}

/** What a source says about an image besides where it lies; a field it does not mention is absent. */
export interface Said {
  readonly location?: SourceLocation;
  /** Canonical names. */
  readonly splits: readonly string[];
  readonly subject?: string;
  readonly site?: string;
  readonly domain?: string;
  readonly class?: string;
  /** What the row's cells say of a box; absent where rows hold none. */
  readonly box?: Readonly<Partial<Record<keyof BoxColumns, string>>>;
  readonly groups: Readonly<Record<string, string>>;
}

/** What one row, one line or one found file says about one image, before its paths are judged. */
export interface Draft {
  readonly said: Said;
  readonly image: LocatedPath;
  readonly label?: LocatedPath;
}

/** What sources say, one draft after the other. Rows of a manifest are put together when a part of them is asked for. */
export interface Drafts {
  readonly length: number;
  said(index: number): Said;
  image(index: number): LocatedPath;
  label(index: number): LocatedPath | undefined;
}

/** What is said about an image and the label that it leads to, once paths are judged. */
export interface Statement extends Said {
  readonly label?: string;
  /** Whether a label was named that cannot be used. */
  readonly hasLostLabel: boolean;
}

export function listDrafts(drafts: readonly Draft[]): Drafts {
  const at = (index: number): Draft => {
    const draft = drafts[index];
    if (!draft) throw new RangeError(`there is no draft ${index}`);
    return draft;
  };
  return {
    length: drafts.length,
    said: (index) => at(index).said,
    image: (index) => at(index).image,
    label: (index) => at(index).label,
  };
}

/** All drafts of `parts`, in their order. */
export function joinDrafts(parts: readonly Drafts[]): Drafts {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  const find = <T>(index: number, take: (drafts: Drafts, own: number) => T): T => {
    const at = starts.findLastIndex((start) => start <= index);
    const part = parts[at];
    if (!part) throw new RangeError(`there is no draft ${index}`);
    return take(part, index - (starts[at] ?? 0));
  };
  return {
    length,
    said: (index) => find(index, (drafts, own) => drafts.said(own)),
    image: (index) => find(index, (drafts, own) => drafts.image(own)),
    label: (index) => find(index, (drafts, own) => drafts.label(own)),
  };
}
