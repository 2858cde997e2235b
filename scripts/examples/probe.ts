import type { Random } from './random.ts';

/** Scan lines of a frame and depth samples of a line. */
export const beamCount = 128;
export const sampleCount = 224;

/** Depth of a common abdominal setting: losses with depth are told per cm of it, whatever a frame's depth. */
export const commonDepthCm = 15;

/** A curved abdominal probe: beams leave a circle of `radiusMm` at right angles and fan out. */
export interface Probe {
  readonly radiusMm: number;
  /** Half of the opening angle, radians. */
  readonly halfAngle: number;
  /** Depth from the probe's surface that the frame shows. */
  readonly depthMm: number;
  readonly sampleMm: number;
}

/** Draws the probe and depth setting of one examination, within what abdominal presets offer. */
export function createProbe(random: Random): Probe {
  const depthMm = random.uniform(132, 172);
  return {
    radiusMm: random.uniform(45, 66),
    halfAngle: (random.uniform(29, 37) * Math.PI) / 180,
    depthMm,
    sampleMm: depthMm / sampleCount,
  };
}

/** Angle of a scan line against the middle one, radians; negative to the left. */
export function beamAngle(probe: Probe, beam: number): number {
  return ((2 * beam) / (beamCount - 1) - 1) * probe.halfAngle;
}

/** Where the pixels of a frame lie in the fan. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Fractional scan line of every pixel; −1 outside the fan. */
  readonly beams: Float32Array;
  /** Fractional depth sample of every pixel. */
  readonly samples: Float32Array;
  readonly xMm: Float32Array;
  readonly zMm: Float32Array;
}

/** Lays a frame of `width` × `height` pixels around the fan, a small margin left free on all sides. */
export function createRaster(probe: Probe, width: number, height: number): Raster {
  const { radiusMm, halfAngle, depthMm } = probe;
  const marginPixels = 2;
  const topMm = radiusMm * Math.cos(halfAngle) - radiusMm;
  const widthMm = 2 * (radiusMm + depthMm) * Math.sin(halfAngle);
  const mmPerPixel = Math.max(
    widthMm / (width - 2 * marginPixels),
    (depthMm - topMm) / (height - 2 * marginPixels),
  );
  const centreRow = (height - 1) / 2;
  const centreMm = (topMm + depthMm) / 2;
  const raster: Raster = {
    width,
    height,
    beams: new Float32Array(width * height).fill(-1),
    samples: new Float32Array(width * height),
    xMm: new Float32Array(width * height),
    zMm: new Float32Array(width * height),
  };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const x = (column - (width - 1) / 2) * mmPerPixel;
      const z = centreMm + (row - centreRow) * mmPerPixel;
      raster.xMm[pixel] = x;
      raster.zMm[pixel] = z;
      const angle = Math.atan2(x, z + radiusMm);
      const depth = Math.hypot(x, z + radiusMm) - radiusMm;
      if (Math.abs(angle) > halfAngle || depth < 0 || depth >= depthMm) continue;
      raster.beams[pixel] = ((angle / halfAngle + 1) / 2) * (beamCount - 1);
      raster.samples[pixel] = depth / probe.sampleMm;
    }
  return raster;
}

/** Scan conversion: reads `levels` (line by line, 0–255) at every pixel, bilinearly; 0 outside the fan. */
export function convertScan(levels: Float32Array, raster: Raster): Uint8Array {
  const levelAt = (beam: number, sample: number): number => levels[beam * sampleCount + sample] ?? 0;
  return Uint8Array.from(raster.beams, (position, pixel) => {
    if (position < 0) return 0;
    const beam = Math.min(beamCount - 2, Math.floor(position));
    const depth = Math.min(sampleCount - 1, raster.samples[pixel] ?? 0);
    const sample = Math.min(sampleCount - 2, Math.floor(depth));
    const across = position - beam;
    const down = depth - sample;
    const near = levelAt(beam, sample) * (1 - across) + levelAt(beam + 1, sample) * across;
    const far = levelAt(beam, sample + 1) * (1 - across) + levelAt(beam + 1, sample + 1) * across;
    return Math.round(near * (1 - down) + far * down);
  });
}
