import type { Random } from './random.ts';
import { createBlob, createTube, type Lobes, type Point, type Shape } from './shapes.ts';
import { tissues, type OrganName, type Tissue } from './tissues.ts';

/** A piece of the anatomy; `organ` is what an annotator paints it as, absent for what nobody labels. */
export interface Region {
  readonly shape: Shape;
  readonly tissue: Tissue;
  readonly organ?: OrganName;
}

/** Draws with the small differences between one body and the next. */
interface Sketch {
  /** A place, moved by up to `spreadMm` in both directions. */
  near(x: number, z: number, spreadMm?: number): Point;
  /** A length or radius, up to 20 % longer or shorter. */
  size(mm: number): number;
  tilt(radians: number): number;
  waves(amplitude: number): Lobes[];
}

function createSketch(random: Random): Sketch {
  const vary = (value: number): number => value * random.uniform(0.8, 1.2);
  return {
    near: (x, z, spreadMm = 6) => [
      x + random.uniform(-spreadMm, spreadMm),
      z + random.uniform(-spreadMm, spreadMm),
    ],
    size: vary,
    tilt: (radians) => radians + random.uniform(-0.18, 0.18),
    waves: (amplitude) =>
      [2, 3, 5].map((lobes) => ({
        lobes,
        amplitude: (random.uniform(-1.4, 1.4) * amplitude) / Math.sqrt(lobes),
        phase: random.uniform(0, 2 * Math.PI),
      })),
  };
}

const even = (mm: number) => (): number => mm;
/** Thick in the middle, rounded at both ends. */
const spindle =
  (mm: number) =>
  (share: number): number =>
    mm * Math.sqrt(Math.sin(Math.PI * (0.08 + 0.84 * share)));
const tapering =
  (mm: number) =>
  (share: number): number =>
    mm * (1 - 0.6 * share);

function sketchLiver(sketch: Sketch, x: number, z: number, along: number, across: number): Region {
  const pear: Lobes = { lobes: 1, amplitude: -0.14, phase: 0 };
  const shape = createBlob(sketch.near(x, z), [sketch.size(along), sketch.size(across)], sketch.tilt(0.1), [
    pear,
    ...sketch.waves(0.04),
  ]);
  return { shape, tissue: tissues.liver, organ: 'liver' };
}

/** Fat around, cortex, a ring of pyramids, and the bright sinus in the middle. */
function sketchKidney(sketch: Sketch, x: number, z: number, lean: number): Region[] {
  const [centreX, centreZ] = sketch.near(x, z);
  const along = sketch.size(47);
  const across = sketch.size(22);
  const tilt = sketch.tilt(lean);
  const inside = (shareAlong: number, shareAcross: number): Point => [
    centreX + shareAlong * along * Math.cos(tilt) - shareAcross * across * Math.sin(tilt),
    centreZ + shareAlong * along * Math.sin(tilt) + shareAcross * across * Math.cos(tilt),
  ];
  const pyramids = Array.from({ length: 9 }, (_, index): Region => {
    const angle = (2 * Math.PI * (index + 0.5)) / 9;
    const shape = createBlob(
      inside(0.66 * Math.cos(angle), 0.64 * Math.sin(angle)),
      [sketch.size(5.2), sketch.size(3.6)],
      tilt + angle,
    );
    return { shape, tissue: tissues.pyramid, organ: 'kidney' };
  });
  const centre: Point = [centreX, centreZ];
  return [
    { shape: createBlob(centre, [along + 6, across + 4], tilt, sketch.waves(0.03)), tissue: tissues.fat },
    {
      shape: createBlob(centre, [along, across], tilt, sketch.waves(0.025)),
      tissue: tissues.cortex,
      organ: 'kidney',
    },
    ...pyramids,
    {
      shape: createBlob(inside(0, 0.08), [along * 0.52, across * 0.42], tilt, sketch.waves(0.12)),
      tissue: tissues.sinus,
      organ: 'kidney',
    },
  ];
}

function sketchVessel(from: Point, bend: Point, to: Point, radiusMm: number, isPortal = false): Region {
  return {
    shape: createTube(from, bend, to, isPortal ? even(radiusMm) : tapering(radiusMm)),
    tissue: isPortal ? tissues.portalBlood : tissues.blood,
    organ: 'vessels',
  };
}

/** A vessel cut across, its wall drawn. */
function sketchVesselSection(centre: Point, along: number, across: number): Region {
  return { shape: createBlob(centre, [along, across], 0), tissue: tissues.portalBlood, organ: 'vessels' };
}

function sketchBone(sketch: Sketch, x: number, z: number, along: number, across: number): Region {
  const shape = createBlob(
    sketch.near(x, z, 3),
    [sketch.size(along), sketch.size(across)],
    sketch.tilt(0),
    sketch.waves(0.03),
  );
  return { shape, tissue: tissues.bone, organ: 'bones' };
}

/** The bright arc behind the liver or spleen, and the grey scatter of lung beyond it. */
function sketchDiaphragm(sketch: Sketch): Region[] {
  const top = sketch.near(-92, 52);
  const bend = sketch.near(-70, 124);
  const end = sketch.near(22, 138);
  const behind = ([x, z]: Point): Point => [x - 22, z + 24];
  return [
    { shape: createTube(behind(top), behind(bend), behind(end), even(28)), tissue: tissues.lung },
    { shape: createTube(top, bend, end, even(1.6)), tissue: tissues.diaphragm },
  ];
}

function sketchGas(sketch: Sketch, x: number, z: number): Region {
  const shape = createBlob(sketch.near(x, z, 6), [sketch.size(13), sketch.size(5)], 0, sketch.waves(0.1));
  return { shape, tissue: tissues.gas };
}

function viewHepatorenal(sketch: Sketch): Region[] {
  return [
    ...sketchDiaphragm(sketch),
    sketchLiver(sketch, -14, 64, 72, 44),
    sketchVessel(sketch.near(-52, 58), sketch.near(-30, 78), sketch.near(-10, 92), sketch.size(4)),
    sketchVessel(sketch.near(-34, 44), sketch.near(-16, 54), sketch.near(14, 56), sketch.size(3.8), true),
    ...sketchKidney(sketch, 30, 96, -0.22),
    sketchBone(sketch, 42, 27, 7, 4),
  ];
}

function viewGallbladder(sketch: Sketch): Region[] {
  const pear: Lobes = { lobes: 1, amplitude: 0.2, phase: 0 };
  const gallbladder = createBlob(sketch.near(20, 74), [sketch.size(29), sketch.size(13)], sketch.tilt(0.42), [
    pear,
    ...sketch.waves(0.03),
  ]);
  return [
    sketchLiver(sketch, -8, 60, 70, 42),
    sketchVessel(sketch.near(-48, 80), sketch.near(-24, 74), sketch.near(-4, 62), sketch.size(4.6), true),
    sketchVessel(sketch.near(-44, 44), sketch.near(-20, 46), sketch.near(4, 40), sketch.size(3.4)),
    sketchVesselSection(sketch.near(-16, 112), sketch.size(12), sketch.size(8)),
    sketchGas(sketch, 66, 92),
    { shape: gallbladder, tissue: tissues.bile, organ: 'gallbladder' },
  ];
}

function viewEpigastric(sketch: Sketch): Region[] {
  const pancreas = createTube(
    sketch.near(-42, 82),
    sketch.near(2, 44),
    sketch.near(54, 74),
    spindle(sketch.size(11)),
  );
  return [
    sketchLiver(sketch, -26, 40, 54, 25),
    { shape: pancreas, tissue: tissues.pancreas, organ: 'pancreas' },
    sketchVessel(sketch.near(46, 84), sketch.near(10, 66), sketch.near(-20, 80), sketch.size(4.4)),
    sketchVesselSection(sketch.near(3, 87, 2), sketch.size(3.8), sketch.size(3.8)),
    sketchVesselSection(sketch.near(12, 104, 3), sketch.size(9.5), sketch.size(9)),
    sketchVesselSection(sketch.near(-20, 104, 3), sketch.size(12), sketch.size(7.5)),
    sketchGas(sketch, 58, 48),
    sketchBone(sketch, -1, 129, 25, 12),
  ];
}

function viewSplenorenal(sketch: Sketch): Region[] {
  const spleen = createTube(
    sketch.near(-62, 76),
    sketch.near(-18, 30),
    sketch.near(48, 60),
    spindle(sketch.size(23)),
  );
  return [
    ...sketchDiaphragm(sketch),
    { shape: spleen, tissue: tissues.spleen, organ: 'spleen' },
    sketchVessel(sketch.near(8, 86), sketch.near(2, 76), sketch.near(-6, 64), sketch.size(4), true),
    ...sketchKidney(sketch, 24, 106, 0.18),
    sketchBone(sketch, -46, 26, 7, 4),
    sketchBone(sketch, 36, 25, 7, 4),
  ];
}

function viewAdrenal(sketch: Sketch): Region[] {
  const [x, z] = sketch.near(-12, 96);
  const limb = (dx: number, dz: number): Region => ({
    shape: createTube([x, z], [x + dx * 0.6, z + dz * 0.3], [x + dx, z + dz], tapering(sketch.size(4.4))),
    tissue: tissues.adrenal,
    organ: 'adrenals',
  });
  return [
    ...sketchDiaphragm(sketch),
    sketchLiver(sketch, -14, 56, 66, 36),
    sketchVessel(sketch.near(-60, 92), sketch.near(-34, 112), sketch.near(-2, 128), sketch.size(9)),
    { shape: createBlob([x, z + 2], [20, 13], 0.1, sketch.waves(0.05)), tissue: tissues.fat },
    ...sketchKidney(sketch, 42, 98, -0.15),
    limb(-15, 7),
    limb(12, 9),
    limb(-2, -9),
    sketchBone(sketch, -34, 138, 16, 9),
  ];
}

const views = {
  hepatorenal: viewHepatorenal,
  gallbladder: viewGallbladder,
  epigastric: viewEpigastric,
  splenorenal: viewSplenorenal,
  adrenal: viewAdrenal,
};

/** A standard plane of an abdominal examination. */
export type ViewName = keyof typeof views;

export const viewNames = Object.keys(views) as ViewName[];

/** Draws what lies in a standard plane of one body; later regions lie over earlier ones. */
export function sketchView(name: ViewName, random: Random): Region[] {
  return views[name](createSketch(random));
}
