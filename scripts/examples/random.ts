/** A stream of random numbers that is the same on every machine, for the same names. */
export interface Random {
  /** Uniform in [low, high). */
  uniform(low: number, high: number): number;
  /** Normal with mean 0 and standard deviation 1. */
  gaussian(): number;
}

/** FNV-1a over the UTF-16 code units of `text`, from a basis of one's own choice; 32 bits. */
function hashText(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** sfc32 (Small Fast Counter, from the PractRand suite): 128 bits of state, uniform 32-bit integers. */
function createGenerator(seed: string): () => number {
  let a = hashText(seed, 0x811c9dc5);
  let b = hashText(seed, 0x2545f491);
  let c = hashText(seed, 0x9e3779b9);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first outputs still show the seed; twelve rounds are what the suite discards.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/**
 * Opens the stream that belongs to `names`, such as dataset, subject and purpose. Every purpose has a stream
 * of its own, so that a frame can be drawn alone and still be the one that a full run draws.
 */
export function createRandom(...names: readonly (string | number)[]): Random {
  const next = createGenerator(names.join('\u0000'));
  const unit = (): number => next() / 0x1_0000_0000;
  let spare: number | undefined;
  return {
    uniform: (low, high) => low + (high - low) * unit(),
    gaussian: () => {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      // Box and Muller's transform: two uniforms become two independent normals. 1 − u is never 0.
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      const angle = 2 * Math.PI * unit();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

/** A smooth random surface over the plane, within −1 to 1, with features of `grainMm`. */
export type Mottle = (xMm: number, zMm: number, grainMm: number) => number;

/** Value noise: random heights on a lattice that repeats after 64 cells, joined by smoothstep. */
export function createMottle(random: Random): Mottle {
  const side = 64;
  const heights = Float64Array.from({ length: side * side }, () => random.uniform(-1, 1));
  const heightAt = (column: number, row: number): number =>
    heights[(row & (side - 1)) * side + (column & (side - 1))] ?? 0;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (xMm, zMm, grainMm) => {
    const column = Math.floor(xMm / grainMm);
    const row = Math.floor(zMm / grainMm);
    const across = ease(xMm / grainMm - column);
    const down = ease(zMm / grainMm - row);
    const upper = heightAt(column, row) * (1 - across) + heightAt(column + 1, row) * across;
    const lower = heightAt(column, row + 1) * (1 - across) + heightAt(column + 1, row + 1) * across;
    return upper * (1 - down) + lower * down;
  };
}
