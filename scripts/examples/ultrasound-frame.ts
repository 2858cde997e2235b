import { createBody, createMotion, freezeAnatomy, type Anatomy } from './anatomy.ts';
import { traceBeams, type Echoes } from './echo.ts';
import { convertScan, createProbe, createRaster, type Probe, type Raster } from './probe.ts';
import { createRandom, type Random } from './random.ts';
import { displayRayCast, drawRayCastDisplay } from './ray-cast-display.ts';
import { displaySpeckle, drawLastingNoise, drawSpeckleDisplay } from './speckle-display.ts';
import { paletteIndex } from './tissues.ts';
import { sketchView, type ViewName } from './views.ts';

/** Which physics turns echoes into a picture: interference of scattered waves, or a renderer without it. */
export type Physics = 'speckle' | 'ray-cast';

/** A run of consecutive frames of one subject in one plane. */
export interface Scene {
  /** Names the random streams: two datasets of one name would hold the same bodies. */
  readonly dataset: string;
  readonly subject: string;
  readonly clip: string;
  readonly view: ViewName;
  readonly physics: Physics;
  /** Size of a frame in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture and its labels, row by row. */
export interface Frame {
  /** Intensity, 0–255; 0 outside the fan. */
  readonly intensities: Uint8Array;
  /** Index in `maskPalette` for every pixel; 0 outside the fan. */
  readonly labels: Uint8Array;
}

function paintLabels(anatomy: Anatomy, probe: Probe, raster: Raster): Uint8Array {
  return Uint8Array.from(raster.beams, (beam, pixel) => {
    if (beam < 0) return 0;
    const depth = (raster.samples[pixel] ?? 0) * probe.sampleMm;
    const { organ } = anatomy.findTissue(raster.xMm[pixel] ?? 0, raster.zMm[pixel] ?? 0, depth);
    return organ === undefined ? 0 : paletteIndex(organ);
  });
}

/**
 * Prepares a clip and returns the function that draws its frames. Frame n depends on the scene and n alone, so
 * that any frame can be drawn without the others.
 */
export function openScene(scene: Scene): (frame: number) => Frame {
  const { dataset, subject, clip, view } = scene;
  const streamOf = (...purpose: readonly (string | number)[]): Random =>
    createRandom(dataset, subject, ...purpose);
  const body = createBody(streamOf('body'));
  const regions = sketchView(view, streamOf('view', view));
  const probe = createProbe(streamOf('probe'));
  const raster = createRaster(probe, scene.width, scene.height);
  const motion = createMotion(streamOf('motion', clip));
  const display = openDisplay(scene.physics, streamOf, clip);
  return (frame) => {
    const anatomy = freezeAnatomy(body, regions, motion, frame);
    const levels = display(traceBeams(anatomy, probe), frame);
    return { intensities: convertScan(levels, raster), labels: paintLabels(anatomy, probe, raster) };
  };
}

/** Settles what a subject's machine and a clip keep, and returns what shows the echoes of a frame. */
function openDisplay(
  physics: Physics,
  streamOf: (...purpose: readonly (string | number)[]) => Random,
  clip: string,
): (echoes: Echoes, frame: number) => Float32Array {
  if (physics === 'ray-cast') {
    const settings = drawRayCastDisplay(streamOf('display'));
    return (echoes) => displayRayCast(echoes, settings);
  }
  const settings = drawSpeckleDisplay(streamOf('display'), streamOf('contact', clip));
  const lasting = drawLastingNoise(streamOf('speckle', clip));
  return (echoes, frame) => displaySpeckle(echoes, settings, lasting, streamOf('speckle', clip, frame));
}
