/** How annotations are written; see `ImageAnnotation.unit` for what their numbers mean. */
export type AnnotationFormat =
  /** Pascal VOC: an XML file for each image. */
  | 'voc'
  /** COCO: a JSON file for many images. */
  | 'coco'
  /** LabelMe: a JSON file for each image. */
  | 'labelme'
  /** YOLO: a text file for each image; a line is the class's number, then centre and size, or an outline. */
  | 'yolo'
  /** A text file for each image; a line is xmin, ymin, xmax, ymax and the class's number. */
  | 'corners'
  /** Rows of a manifest. */
  | 'rows';

/** A box as its file has it: nothing is clipped, ordered or shifted. */
export interface Box {
  readonly xmin: number;
  readonly ymin: number;
  readonly xmax: number;
  readonly ymax: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A mask by the lengths of its runs, of which only what can be judged without decoding it is kept. */
export interface RunLengths extends Size {
  /** Sum of the runs: `width` × `height` where all is well. Undefined where a run is no whole number from 0 on. */
  readonly pixels: number | undefined;
}

/** One object that an annotation marks in an image. */
export interface AnnotatedObject {
  /** As written. A number is replaced by the name that the config or the file gives it, where one does. */
  readonly className: string;
  readonly box: Box;
  /** Outlines, each as x, y, x, y, … in the unit of the annotation. */
  readonly polygons: readonly (readonly number[])[];
  readonly runLengths?: RunLengths;
  /** Whether it stands for many objects that nobody told apart (`iscrowd` of COCO). */
  readonly isCrowd: boolean;
  /** Line of the file, from 1, where the format has lines. */
  readonly line?: number;
}

/** An entry that says something else than its format wants, such as a corner that is no number. */
export interface UnusableEntry {
  /** Why, in words; bounded. */
  readonly detail: string;
  readonly line?: number;
}

/** What an annotation says about one image. */
export interface ImageAnnotation {
  readonly kind: 'annotation';
  /** The file's path. */
  readonly file: string;
  readonly format: AnnotationFormat;
  /**
   * What the format means by its numbers: pixels from the upper left corner of the image, or shares of its width
   * and height. Pascal VOC counts pixels from 1 by its rules and from 0 in what many tools write.
   */
  readonly unit: 'pixel' | 'share';
  /** Size of the image as the annotation has it, with the line. */
  readonly size?: Size & { readonly line?: number };
  readonly objects: readonly AnnotatedObject[];
  readonly unusable: readonly UnusableEntry[];
}

/** Why a file has no annotation to give. */
export type AnnotationFault =
  /** Larger than is read, or with more objects than are read. */
  | 'too-large'
  /** A Git LFS pointer. */
  | 'pointer'
  /** No XML, or no JSON. */
  | 'malformed'
  /** Of none of the formats. */
  | 'unknown-format';

export interface AnnotationFailure {
  readonly kind: 'failure';
  readonly file: string;
  readonly fault: AnnotationFault;
  /** Why, in words; bounded. */
  readonly detail: string;
  readonly line?: number;
}

export type AnnotationOutcome = ImageAnnotation | AnnotationFailure;

/** What the annotations of a dataset say. */
export interface Annotations {
  /** Outcome by image path. Images that nothing annotates are not in it. */
  readonly byImage: ReadonlyMap<string, AnnotationOutcome>;
  /** Files for many images that have nothing to give, sorted. */
  readonly failures: readonly AnnotationFailure[];
  /** Entries of files for many images that belong to none of the file's images, by file, sorted. */
  readonly unusable: readonly { readonly file: string; readonly entries: readonly UnusableEntry[] }[];
  /** Annotations of images that the dataset does not hold, sorted by file. */
  readonly orphans: readonly AnnotationOrphan[];
}

/** An annotation file without an image; with `image`, an entry of the file for an image of that name. */
export interface AnnotationOrphan {
  readonly file: string;
  readonly image?: string;
}
