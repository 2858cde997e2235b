import type { PictureDescription } from '../description/picture-description.ts';

/** Where the pictures of one source show the same whatever they show: a scan's border, a ruler, a scanner's panels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Share of the structure around each cell that is the same in all pictures, 0–1. */
  readonly shares: Float32Array;
}

/** Cells on the longest side of a layout. */
const longestSide = 96;
/** Pictures of one size that make a source: fewer say little about what is constant. */
const minPictures = 12;
/** Pictures that a layout is taken from: more would hardly change it. */
const maxPictures = 200;
/** Half the side of the neighbourhood whose structure is weighed, cells. */
const radius = 3;
/** Variance of levels that is noise, levels². */
const noise = 8;

/** Gives the layout of a picture's source; undefined where too few pictures are of it. */
export type LayoutOf = (description: PictureDescription) => Layout | undefined;

/**
 * The layouts of sources, a source being pictures of one size, each made when it is asked for: at each place, the variance
 * of the mean picture's levels over a neighbourhood against the variance of the levels from picture to picture.
 */
export function findLayouts(descriptions: readonly PictureDescription[]): LayoutOf {
  const bySource = new Map<string, PictureDescription[]>();
  for (const description of descriptions) {
    const source = sourceOf(description);
    const pictures = bySource.get(source);
    if (pictures) pictures.push(description);
    else bySource.set(source, [description]);
  }
  const layouts = new Map<string, Layout>();
  return (description) => {
    const source = sourceOf(description);
    const known = layouts.get(source);
    const pictures = bySource.get(source) ?? [];
    if (known || pictures.length < minPictures) return known;
    const layout = makeLayout(pictures);
    layouts.set(source, layout);
    return layout;
  };
}

function sourceOf({ sourceWidth, sourceHeight }: PictureDescription): string {
  return `${sourceWidth} ${sourceHeight}`;
}

function makeLayout(pictures: readonly PictureDescription[]): Layout {
  const step = Math.max(1, pictures.length / maxPictures);
  const [{ sourceWidth, sourceHeight } = { sourceWidth: 1, sourceHeight: 1 }] = pictures;
  const scale = longestSide / Math.max(sourceWidth, sourceHeight);
  const width = Math.max(1, Math.round(sourceWidth * scale));
  const height = Math.max(1, Math.round(sourceHeight * scale));
  const sums = new Float64Array(width * height);
  const squares = new Float64Array(width * height);
  let count = 0;
  for (let at = 0; at < pictures.length; at += step) {
    const picture = pictures[Math.floor(at)];
    if (!picture) continue;
    addPicture(sums, squares, picture, width, height);
    count++;
  }
  const means = sums.map((sum) => sum / count);
  const variances = squares.map((square, at) => Math.max(0, square / count - (means[at] ?? 0) ** 2));
  const shares = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) shares[at] = constantShare(means, variances, x, y, width, height);
  }
  return { width, height, shares };
}

function addPicture(
  sums: Float64Array,
  squares: Float64Array,
  picture: PictureDescription,
  width: number,
  height: number,
): void {
  const { frame, levels } = picture;
  const scaleX = picture.width / (frame.right - frame.left);
  const scaleY = picture.height / (frame.bottom - frame.top);
  for (let y = 0, at = 0; y < height; y++) {
    const fromY = Math.floor((((y + 0.5) * picture.sourceHeight) / height - frame.top) * scaleY);
    const row = Math.max(0, Math.min(picture.height - 1, fromY)) * picture.width;
    for (let x = 0; x < width; x++, at++) {
      const fromX = Math.floor((((x + 0.5) * picture.sourceWidth) / width - frame.left) * scaleX);
      const level = levels[row + Math.max(0, Math.min(picture.width - 1, fromX))] ?? 0;
      sums[at] = (sums[at] ?? 0) + level;
      squares[at] = (squares[at] ?? 0) + level * level;
    }
  }
}

function constantShare(
  means: Float64Array,
  variances: Float64Array,
  x: number,
  y: number,
  width: number,
  height: number,
): number {
  let sum = 0;
  let square = 0;
  let changing = 0;
  let count = 0;
  for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
    for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
      const mean = means[row * width + column] ?? 0;
      sum += mean;
      square += mean * mean;
      changing += variances[row * width + column] ?? 0;
      count++;
    }
  }
  const constant = Math.max(0, square / count - (sum / count) ** 2);
  return constant / (constant + changing / count + noise);
}

/** The constant share around a point of a picture's thumbnail; 0 without a layout. */
export function layoutShareAt(
  layout: Layout | undefined,
  picture: PictureDescription,
  x: number,
  y: number,
): number {
  if (!layout) return 0;
  const { frame } = picture;
  const sourceX = frame.left + ((x + 0.5) * (frame.right - frame.left)) / picture.width;
  const sourceY = frame.top + ((y + 0.5) * (frame.bottom - frame.top)) / picture.height;
  const column = Math.floor((sourceX * layout.width) / picture.sourceWidth);
  const row = Math.floor((sourceY * layout.height) / picture.sourceHeight);
  if (column < 0 || row < 0 || column >= layout.width || row >= layout.height) return 0;
  return layout.shares[row * layout.width + column] ?? 0;
}
