import { differenceBetween, seeColor, type Rgb, type SeenColor } from '../drawing/color-vision.ts';

/** ΔE from which colours are told apart at a glance: the nearest two of Okabe and Ito are 17 apart to a deuteranope. */
const minDifference = 15;
/** Chroma below which a colour is a grey, which vanishes on grey images. */
const minChroma = 20;
/** Lightness below which a colour vanishes on dark images, as those of ultrasound are. */
const minLightness = 30;

/** Okabe and Ito's colours for all kinds of colour vision (jfly.uni-koeln.de/color), without black. */
const okabeIto: readonly Rgb[] = [
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [204, 121, 167],
];
const tones: readonly Rgb[] = [
  ...okabeIto.map((color) => mix(color, [255, 255, 255], 0.5)),
  ...okabeIto.map((color) => mix(color, [0, 0, 0], 0.35)),
];
/** Lighter and darker tones come when the pure colours are used up. */
const spares = [okabeIto, tones].map((colors) => colors.map((color) => ({ color, seen: seeColor(color) })));

/**
 * A colour for each class to draw it with: that of the dataset's palette where the palette's colours can be told apart,
 * by deuteranopes, too. Greys, colours as dark as the images, and classes without a colour get the spare colour that is
 * farthest from all others; so do all where the palette's colours are too alike.
 */
export function chooseClassColors(declared: readonly (Rgb | undefined)[]): Rgb[] {
  const own = declared.map((color) => (color && isVisible(seeColor(color)) ? color : undefined));
  const kept = areApart(own.flatMap((color) => (color ? [seeColor(color)] : [])))
    ? own
    : own.map(() => undefined);
  const taken = kept.flatMap((color) => (color ? [seeColor(color)] : []));
  const left = spares.map((colors) => [...colors]);
  return kept.map((color, index) => {
    if (color) return color;
    const group = left.find((colors) => colors.length > 0);
    const next = group && findFarthest(group, taken);
    // More classes than any eye tells apart.
    if (!next) return okabeIto[index % okabeIto.length] ?? [230, 159, 0];
    group.splice(group.indexOf(next), 1);
    taken.push(next.seen);
    return next.color;
  });
}

function isVisible({ chroma, lightness }: SeenColor): boolean {
  return chroma >= minChroma && lightness >= minLightness;
}

function areApart(colors: readonly SeenColor[]): boolean {
  return colors.every((color, index) =>
    colors.slice(index + 1).every((other) => differenceBetween(color, other) >= minDifference),
  );
}

/** The first of those that are farthest from the nearest colour that is taken. */
function findFarthest<S extends { readonly seen: SeenColor }>(
  spare: readonly S[],
  taken: readonly SeenColor[],
): S | undefined {
  let farthest: S | undefined;
  let most = -1;
  for (const one of spare) {
    const nearest = Math.min(...taken.map((other) => differenceBetween(one.seen, other)));
    if (nearest <= most) continue;
    farthest = one;
    most = nearest;
  }
  return farthest;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const [red = 0, green = 0, blue = 0] = a.map((value, at) =>
    Math.round((1 - share) * value + share * (b[at] ?? 0)),
  );
  return [red, green, blue];
}
