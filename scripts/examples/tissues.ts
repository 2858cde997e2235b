/** The labelled organs in the order of their palette index, 1 to 8; index 0 is background. */
export const organs = [
  { name: 'liver', color: [100, 0, 100] },
  { name: 'bones', color: [255, 255, 255] },
  { name: 'gallbladder', color: [0, 255, 0] },
  { name: 'kidney', color: [255, 255, 0] },
  { name: 'pancreas', color: [0, 0, 255] },
  { name: 'vessels', color: [255, 0, 0] },
  { name: 'spleen', color: [255, 0, 255] },
  { name: 'adrenals', color: [0, 255, 255] },
] as const;

export type OrganName = (typeof organs)[number]['name'];

export type Color = readonly [red: number, green: number, blue: number];

/** Colours of the masks by index. */
export const maskPalette: readonly Color[] = [[0, 0, 0], ...organs.map((organ) => organ.color)];

/** Index of the organ in `maskPalette`. */
export function paletteIndex(organ: OrganName): number {
  return organs.findIndex(({ name }) => name === organ) + 1;
}

/**
 * How a tissue answers sound. The figures are picked by eye to keep the order that textbooks of abdominal
 * ultrasound give (sinus > pancreas ≥ spleen > liver > renal cortex > pyramids > blood > bile); none is measured.
 */
export interface Tissue {
  /** Mean echo in dB against liver. */
  readonly echoDb: number;
  /** Swing of the slow unevenness of the echo, in dB. */
  readonly mottleDb: number;
  /** Size of that unevenness in mm. */
  readonly grainMm: number;
  /**
   * Loss in dB/cm, both ways, beyond what the machine's time gain compensation makes up for. Negative where
   * tissue damps less than that, which brightens what lies behind it.
   */
  readonly excessDbPerCm: number;
  /** Extra echo of the surface in dB, over a rim of `rimMm`. */
  readonly rimDb: number;
  readonly rimMm: number;
}

const tissue = (
  echoDb: number,
  [mottleDb, grainMm]: readonly [number, number],
  excessDbPerCm: number,
  [rimDb, rimMm]: readonly [number, number] = [0, 0],
): Tissue => ({ echoDb, mottleDb, grainMm, excessDbPerCm, rimDb, rimMm });

export const tissues = {
  liver: tissue(0, [1.5, 9], 0.15, [8, 1.5]),
  spleen: tissue(2, [1, 8], 0.1, [8, 1.5]),
  cortex: tissue(-6, [1.5, 6], 0.1, [10, 1.4]),
  pyramid: tissue(-14, [1, 4], 0),
  sinus: tissue(9, [5, 4], 0.5),
  pancreas: tissue(5, [3, 4], 0.15),
  bile: tissue(-36, [0, 10], -2.6, [42, 1.8]),
  blood: tissue(-27, [1, 8], -0.9),
  portalBlood: tissue(-27, [1, 8], -0.8, [32, 1.4]),
  bone: tissue(-4, [1, 4], 75, [24, 2.2]),
  gas: tissue(13, [6, 3], 28, [5, 1.5]),
  fat: tissue(6, [4, 6], 0.2),
  diaphragm: tissue(17, [3, 12], 0.5),
  adrenal: tissue(-11, [1, 3], 0),
  lung: tissue(-6, [5, 7], 0.8),
  bowel: tissue(-6, [8, 11], 0.35),
  skin: tissue(9, [1, 6], 0),
  subcutis: tissue(-3, [4, 3], 0),
  fascia: tissue(13, [3, 14], 0),
  muscle: tissue(-2, [4, 2.5], 0),
} as const satisfies Record<string, Tissue>;
