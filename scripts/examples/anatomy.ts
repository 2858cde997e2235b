import { createMottle, type Mottle, type Random } from './random.ts';
import { tissues, type OrganName, type Tissue } from './tissues.ts';
import type { Region } from './views.ts';

/** What is found at a point of the body. */
export interface Found {
  readonly tissue: Tissue;
  readonly organ?: OrganName;
  /** Mean echo there in dB against liver, the tissue's unevenness and its surface included. */
  readonly echoDb: number;
}

/** One moment of one body in one plane. */
export interface Anatomy {
  /** Looks up a point of the imaged plane; `depthMm` is its distance from the probe's surface. */
  findTissue(xMm: number, zMm: number, depthMm: number): Found;
}

/** How the plane was hit in one clip, and how the body moves through it. Lengths in mm. */
export interface Motion {
  readonly offsetX: number;
  readonly offsetZ: number;
  readonly turn: number;
  readonly swell: number;
  readonly breathX: number;
  readonly breathZ: number;
  readonly breathFrames: number;
  readonly breathPhase: number;
  readonly driftX: number;
}

/** Draws the hold of the probe and the breathing of one clip. */
export function createMotion(random: Random): Motion {
  return {
    offsetX: random.uniform(-9, 9),
    offsetZ: random.uniform(-4, 4),
    turn: random.uniform(-0.09, 0.09),
    swell: random.uniform(-0.5, 0.5),
    breathX: random.uniform(3, 7),
    breathZ: random.uniform(1, 2.5),
    breathFrames: random.uniform(15, 27),
    breathPhase: random.uniform(0, 2 * Math.PI),
    driftX: random.uniform(-0.35, 0.35),
  };
}

/** What stays the same of a body in every picture of it. */
export interface Body {
  /** Size against the drawn one. */
  readonly scale: number;
  /** Thickness of skin, fat and muscle in mm. */
  readonly wall: { readonly skin: number; readonly fat: number; readonly muscle: number };
  /** Extra echo of the liver in dB; a fatty liver is brighter. */
  readonly liverDb: number;
  readonly mottle: Mottle;
}

export function createBody(random: Random): Body {
  return {
    scale: random.uniform(0.92, 1.08),
    wall: { skin: random.uniform(1.4, 2.2), fat: random.uniform(5, 12), muscle: random.uniform(4, 7) },
    liverDb: random.uniform(-1, 2.5),
    mottle: createMottle(random),
  };
}

/** The layers under the probe, which its pressure bends along its surface; undefined below them. */
function findWallTissue({ skin, fat, muscle }: Body['wall'], depthMm: number): Tissue | undefined {
  if (depthMm < skin) return tissues.skin;
  if (depthMm < skin + fat) return tissues.subcutis;
  if (depthMm < skin + fat + 1.3) return tissues.fascia;
  if (depthMm < skin + fat + 1.3 + muscle) return tissues.muscle;
  return depthMm < skin + fat + 2.6 + muscle ? tissues.fascia : undefined;
}

/** Freezes a body at frame `frame` of a clip. `regions` are those of the plane, later ones on top. */
export function freezeAnatomy(
  body: Body,
  regions: readonly Region[],
  motion: Motion,
  frame: number,
): Anatomy {
  const phase = motion.breathPhase + (2 * Math.PI * frame) / motion.breathFrames;
  const shiftX = motion.offsetX + motion.driftX * frame + motion.breathX * Math.sin(phase);
  const shiftZ = motion.offsetZ + motion.breathZ * Math.cos(phase);
  // The plane does not quite follow the organs, so that what is cut of them grows and shrinks.
  const swell = motion.swell + 0.6 * Math.sin(phase + 1);
  const cosine = Math.cos(motion.turn);
  const sine = Math.sin(motion.turn);
  const topmost = [...regions].reverse();
  const { mottle } = body;

  return {
    findTissue: (xMm, zMm, depthMm) => {
      const wall = findWallTissue(body.wall, depthMm);
      // Striations run along the skin: the unevenness of the wall is stretched sideways.
      if (wall)
        return { tissue: wall, echoDb: wall.echoDb + wall.mottleDb * mottle(xMm / 5, depthMm, wall.grainMm) };
      const centredX = (xMm - shiftX) / body.scale;
      const centredZ = (zMm - shiftZ) / body.scale - 75;
      const x = centredX * cosine + centredZ * sine;
      const z = centredZ * cosine - centredX * sine + 75;
      for (const { shape, tissue, organ } of topmost) {
        if (x < shape.left || x > shape.right || z < shape.top || z > shape.bottom) continue;
        const depthInside = shape.depthInside(x, z) + swell;
        if (depthInside <= 0) continue;
        const surfaceDb = depthInside < tissue.rimMm ? tissue.rimDb * (1 - depthInside / tissue.rimMm) : 0;
        const ownDb = organ === 'liver' ? body.liverDb : 0;
        const echoDb = tissue.echoDb + ownDb + tissue.mottleDb * mottle(x, z, tissue.grainMm) + surfaceDb;
        return organ === undefined ? { tissue, echoDb } : { tissue, organ, echoDb };
      }
      const { bowel } = tissues;
      const coarse = mottle(x, z, bowel.grainMm) + 0.6 * mottle(x + 500, z, bowel.grainMm / 3);
      return { tissue: bowel, echoDb: bowel.echoDb + bowel.mottleDb * coarse };
    },
  };
}
