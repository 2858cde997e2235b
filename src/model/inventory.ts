import type { Sample, SourceLocation } from './sample.ts';

/**
 * Something that a manifest or a folder says and that cannot be taken at its word. The inventory collects
 * these; the checks under `manifest/` turn them into findings.
 */
export type InventoryProblem =
  | {
      readonly kind: 'missing-file';
      readonly role: 'image' | 'label';
      readonly path: string;
      readonly location?: SourceLocation;
    }
  | { readonly kind: 'outside'; readonly path: string; readonly location?: SourceLocation }
  | {
      readonly kind: 'ambiguous';
      readonly path: string;
      readonly candidates: readonly string[];
      readonly location: SourceLocation;
    }
  | {
      readonly kind: 'relocated';
      readonly path: string;
      readonly foundAt: string;
      readonly location: SourceLocation;
    }
  | {
      readonly kind: 'conflict';
      readonly image: string;
      readonly field: string;
      readonly claims: readonly Claim[];
    }
  | {
      readonly kind: 'row';
      readonly reason: RowFault;
      readonly cells: number;
      readonly columns: number;
      readonly location: SourceLocation;
    }
  | { readonly kind: 'duplicate-header'; readonly column: string; readonly location: SourceLocation }
  | {
      readonly kind: 'unknown-split';
      readonly name: string;
      readonly samples: number;
      readonly suggestion?: string;
      readonly location?: SourceLocation;
    }
  | { readonly kind: 'unlisted'; readonly path: string; readonly role: 'image' | 'label' };

/** One of several values that the sources give one field of one image. */
export interface Claim {
  readonly value: string;
  readonly location?: SourceLocation;
}

/** Why a row of a manifest cannot be read as written. */
export type RowFault = 'too-many-cells' | 'too-few-cells' | 'no-image';

/** Everything known about a dataset before a pixel is read. */
export interface Inventory {
  /** Sorted by id. */
  readonly samples: readonly Sample[];
  readonly problems: readonly InventoryProblem[];
  /** The files that declare samples (manifests and lists), relative paths, as configured. */
  readonly sources: readonly string[];
  /** Manifest rows or list lines read. */
  readonly rowsRead: number;
}
