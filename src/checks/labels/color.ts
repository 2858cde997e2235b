export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb`, lower case. */
export function formatColor(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Channels 0–255 of `#rrggbb`. */
export function parseColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Euclidean distance in RGB, 0–441.7. */
export function distanceBetween(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
