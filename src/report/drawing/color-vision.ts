export type Rgb = readonly [red: number, green: number, blue: number];

type Triple = readonly [number, number, number];

/** Linear RGB of sRGB primaries to XYZ with a white of D65 (IEC 61966-2-1). */
const toXyz: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const white: Triple = [0.95047, 1, 1.08883];

/** Deuteranopia on linear RGB: Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1.0. */
const deuteranopia: readonly Triple[] = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

/** A colour as the eye has it: CIE L*a*b* under D65. */
export interface SeenColor {
  /** 0 (black) to 100 (white). */
  readonly lightness: number;
  /** Distance from grey; sRGB reaches 134. */
  readonly chroma: number;
  readonly lab: Triple;
  /** As people see it who lack the green receptor. */
  readonly labOfDeuteranope: Triple;
}

/** @param rgb sRGB, 0–255 */
export function seeColor(rgb: Rgb): SeenColor {
  const linear = mapTriple(rgb, linearize);
  const lab = toLab(linear);
  return {
    lightness: lab[0],
    chroma: Math.hypot(lab[1], lab[2]),
    lab,
    labOfDeuteranope: toLab(
      mapTriple(multiply(deuteranopia, linear), (value) => Math.min(1, Math.max(0, value))),
    ),
  };
}

/** How far apart two colours are, as ΔE*ab (CIE 1976), for those to whom they are nearest. */
export function differenceBetween(a: SeenColor, b: SeenColor): number {
  return Math.min(distance(a.lab, b.lab), distance(a.labOfDeuteranope, b.labOfDeuteranope));
}

function linearize(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function toLab(linear: Triple): Triple {
  const xyz = multiply(toXyz, linear);
  const [x, y, z] = mapTriple([xyz[0] / white[0], xyz[1] / white[1], xyz[2] / white[2]], (ratio) =>
    ratio > 216 / 24_389 ? Math.cbrt(ratio) : ((24_389 / 27) * ratio + 16) / 116,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function multiply(rows: readonly Triple[], [a, b, c]: Triple): Triple {
  const [x = 0, y = 0, z = 0] = rows.map((row) => row[0] * a + row[1] * b + row[2] * c);
  return [x, y, z];
}

function mapTriple([a, b, c]: Triple, map: (value: number) => number): Triple {
  return [map(a), map(b), map(c)];
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
