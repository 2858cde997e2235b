import sharp from 'sharp';
import { seedRandom } from './random.ts';

const side = 256;
/** What is added to Hounsfield units, so that stored values are not negative: 12 bits, 0–4095. */
export const storedOffset = 1024;

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly hounsfield: number;
}

/**
 * A slice through a chest as computed tomography shows it, drawn and not of a person: skin, fat, muscle, ribs, spine,
 * lungs with vessels, heart, aorta. Bodies differ by seed; slices of one body change slowly.
 * @returns a 16-bit grey PNG of 12-bit values, Hounsfield units + 1024
 */
export async function drawChestSlice(body: number, slice: number): Promise<Buffer> {
  const { data } = drawStored(body, slice);
  return sharp(data, { raw: { width: side, height: side, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
}

function drawStored(body: number, slice: number): { data: Uint16Array } {
  const levels = new Float32Array(side * side).fill(-1000);
  for (const ellipse of planBody(body, slice)) fillEllipse(levels, ellipse);
  const grain = seedRandom(7919 * body + slice);
  const noise = Float32Array.from(levels, () => 60 * (grain() + grain() + grain() - 1.5));
  const data = Uint16Array.from(levels, (level, at) => {
    // The kernel of the reconstruction blurs over neighbours.
    const blurred =
      (4 * level + (levels[at - 1] ?? level) + (levels[at + 1] ?? level)) / 6 +
      ((noise[at] ?? 0) + (noise[at - 1] ?? 0) + (noise[at - side] ?? 0)) / 3;
    return Math.max(0, Math.min(4095, Math.round(blurred + storedOffset)));
  });
  return { data };
}

/** From the outside in: what comes later lies over what came before. */
function planBody(body: number, slice: number): Ellipse[] {
  const random = seedRandom(104_729 * (body + 1));
  const vary = (value: number, share: number): number => value * (1 + share * (2 * random() - 1));
  const grow = 1 - 0.02 * slice;
  const shape = (x: number, y: number, radiusX: number, radiusY: number, hounsfield: number): Ellipse => ({
    x: side * (0.5 + x * grow),
    y: side * (0.5 + y),
    radiusX: side * radiusX * grow,
    radiusY: side * radiusY * grow,
    hounsfield,
  });
  const width = vary(0.43, 0.08);
  const height = vary(0.31, 0.1);
  const fat = vary(0.03, 0.5);
  const parts = [
    shape(0, 0, width, height, 30),
    shape(0, 0, width - 0.008, height - 0.008, -100),
    shape(0, 0, width - fat, height - fat, 55),
  ];
  for (let rib = 0; rib < 14; rib++) {
    const turn = ((rib + vary(0.5, 0.6) + 0.1 * slice) / 14) * 2 * Math.PI;
    const [x, y] = [(width - fat - 0.025) * Math.cos(turn), (height - fat - 0.025) * Math.sin(turn)];
    parts.push(shape(x, y, vary(0.03, 0.3), vary(0.013, 0.3), vary(700, 0.3)));
    parts.push(shape(x, y, 0.015, 0.006, 200));
  }
  for (const sideways of [-1, 1]) {
    const [x, y] = [sideways * vary(0.2, 0.12), vary(-0.01, 2)];
    const [radiusX, radiusY] = [vary(0.14, 0.15), vary(0.2, 0.15)];
    parts.push(shape(x, y, radiusX, radiusY, vary(-860, 0.04)));
    for (let vessel = 0; vessel < 26; vessel++) {
      const [turn, far] = [2 * Math.PI * random(), Math.sqrt(random()) * 0.85];
      const radius = 0.004 + 0.014 * random() ** 3;
      const [dx, dy] = [far * radiusX * Math.cos(turn), far * radiusY * Math.sin(turn)];
      parts.push(shape(x + dx + 0.004 * slice, y + dy, radius * vary(1, 0.5), radius, vary(20, 1)));
    }
  }
  parts.push(
    shape(vary(0.05, 0.6), vary(-0.06, 0.5), vary(0.12, 0.15), vary(0.1, 0.15), vary(45, 0.2)),
    shape(vary(0.06, 0.4), vary(-0.04, 0.5), vary(0.05, 0.3), vary(0.04, 0.3), vary(150, 0.3)),
    shape(vary(-0.03, 0.5), vary(0.08, 0.3), vary(0.03, 0.2), vary(0.03, 0.2), vary(160, 0.3)),
    shape(0, height - fat - 0.09, vary(0.06, 0.15), vary(0.05, 0.15), vary(550, 0.3)),
    shape(0, height - fat - 0.09, 0.045, 0.035, vary(250, 0.3)),
    shape(0, height - fat - 0.035, 0.02, 0.018, 40),
    shape(0, -height + fat + 0.03, vary(0.05, 0.2), 0.015, vary(500, 0.3)),
  );
  return parts;
}

/** Soft over about a pixel at the edge. */
function fillEllipse(levels: Float32Array, { x, y, radiusX, radiusY, hounsfield }: Ellipse): void {
  const edge = Math.min(radiusX, radiusY);
  for (let row = Math.max(0, Math.floor(y - radiusY - 1)); row < Math.min(side, y + radiusY + 1); row++) {
    for (
      let column = Math.max(0, Math.floor(x - radiusX - 1));
      column < Math.min(side, x + radiusX + 1);
      column++
    ) {
      const far = Math.hypot((column - x) / radiusX, (row - y) / radiusY);
      const share = Math.max(0, Math.min(1, (1 - far) * edge + 0.5));
      const at = row * side + column;
      levels[at] = (levels[at] ?? 0) * (1 - share) + hounsfield * share;
    }
  }
}
