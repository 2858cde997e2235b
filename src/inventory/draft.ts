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
export interface Draft extends Said {
  readonly image: LocatedPath;
  readonly label?: LocatedPath;
}

/** A draft whose image is a listed file. */
export interface Statement extends Said {
  readonly image: string;
  readonly label?: string;
  /** Whether a label was named that cannot be used. */
  readonly hasLostLabel: boolean;
}
