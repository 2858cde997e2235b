/** A point of the imaged plane in mm: x to the right of the probe's middle, z down from the skin. */
export type Point = readonly [xMm: number, zMm: number];

/** A closed outline in the imaged plane. */
export interface Shape {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Distance to the outline in mm: positive inside, negative outside; to scale near the outline only. */
  depthInside(xMm: number, zMm: number): number;
}

/** A waviness of a blob's outline: `amplitude` (share of the radius) with `lobes` bulges, turned by `phase`. */
export interface Lobes {
  readonly lobes: number;
  readonly amplitude: number;
  readonly phase: number;
}

/** How far outside its outline a shape still answers with a distance, in mm; swelling needs it. */
const marginMm = 4;

/** An ellipse with half axes `along` and `across` (mm), tilted by `tilt` (radians), its outline waved by `waves`. */
export function createBlob(
  [centreX, centreZ]: Point,
  [along, across]: readonly [along: number, across: number],
  tilt: number,
  waves: readonly Lobes[] = [],
): Shape {
  const cosine = Math.cos(tilt);
  const sine = Math.sin(tilt);
  const widest = 1 + waves.reduce((sum, wave) => sum + Math.abs(wave.amplitude), 0);
  const reachX = Math.hypot(along * cosine, across * sine) * widest + marginMm;
  const reachZ = Math.hypot(along * sine, across * cosine) * widest + marginMm;
  return {
    left: centreX - reachX,
    right: centreX + reachX,
    top: centreZ - reachZ,
    bottom: centreZ + reachZ,
    depthInside: (x, z) => {
      const u = ((x - centreX) * cosine + (z - centreZ) * sine) / along;
      const v = ((z - centreZ) * cosine - (x - centreX) * sine) / across;
      const distance = Math.hypot(u, v);
      const angle = Math.atan2(v, u);
      let outline = 1;
      for (const wave of waves) outline += wave.amplitude * Math.cos(wave.lobes * angle + wave.phase);
      // Millimetres per unit along this direction, so that rims are equally thick all round.
      const scale = distance > 0 ? Math.hypot(u * across, v * along) / distance : across;
      return (outline - distance) * scale;
    },
  };
}

/** Points on the tube's middle line; straight pieces between them are short against any tube here. */
const tubeSteps = 10;

/**
 * A tube along the quadratic Bézier curve `start`–`bend`–`end`, `radiusMm` thick at a place given by its share
 * of the curve's parameter (0–1).
 */
export function createTube(
  start: Point,
  bend: Point,
  end: Point,
  radiusMm: (share: number) => number,
): Shape {
  const nodes = Array.from({ length: tubeSteps + 1 }, (_, step) => {
    const t = step / tubeSteps;
    const at = (axis: 0 | 1): number =>
      (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * end[axis];
    return { x: at(0), z: at(1), radius: radiusMm(t) };
  });
  const reach = Math.max(...nodes.map((node) => node.radius)) + marginMm;
  const pieces = nodes.slice(1).map((to, index) => ({ from: nodes[index] ?? to, to }));
  return {
    left: Math.min(...nodes.map((node) => node.x)) - reach,
    right: Math.max(...nodes.map((node) => node.x)) + reach,
    top: Math.min(...nodes.map((node) => node.z)) - reach,
    bottom: Math.max(...nodes.map((node) => node.z)) + reach,
    depthInside: (x, z) => {
      let deepest = -Infinity;
      for (const { from, to } of pieces) {
        const alongX = to.x - from.x;
        const alongZ = to.z - from.z;
        const length2 = alongX * alongX + alongZ * alongZ || 1;
        const share = Math.min(1, Math.max(0, ((x - from.x) * alongX + (z - from.z) * alongZ) / length2));
        const gap = Math.hypot(x - from.x - share * alongX, z - from.z - share * alongZ);
        deepest = Math.max(deepest, from.radius + share * (to.radius - from.radius) - gap);
      }
      return deepest;
    },
  };
}
