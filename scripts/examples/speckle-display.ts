import { blurField, type Echoes } from './echo.ts';
import { beamCount, commonDepthCm, sampleCount } from './probe.ts';
import type { Random } from './random.ts';

/** Settings of a machine, and of the hand that holds its probe. */
export interface SpeckleDisplay {
  /** Level in dB that is shown as black, and the dB from there to white. */
  readonly blackDb: number;
  readonly rangeDb: number;
  /** dB that the time gain compensation falls short of, per cm. */
  readonly falloffDbPerCm: number;
  /** Loss in dB at the left and right edge, where a curved probe tends to leave the skin. */
  readonly edgeLossDb: readonly [left: number, right: number];
  /** Electronic noise in dB against liver, at the surface; amplified along with the echoes of the deep. */
  readonly noiseDb: number;
}

export function drawSpeckleDisplay(machine: Random, hand: Random): SpeckleDisplay {
  const gainDb = machine.uniform(-3, 3);
  const rangeDb = machine.uniform(50, 58);
  return {
    blackDb: -0.52 * rangeDb - gainDb,
    rangeDb,
    falloffDbPerCm: machine.uniform(0.4, 0.9),
    edgeLossDb: [Math.max(0, hand.uniform(-8, 18)), Math.max(0, hand.uniform(-8, 18))],
    noiseDb: machine.uniform(-44, -38),
  };
}

/**
 * Directions from which the machine insonates every point, to average what comes back: spatial compounding, which
 * abdominal presets have on and which makes speckle fainter.
 */
const looks = 2;

/** Share of the scatterers' phases that one frame has in common with the others of its clip. */
const lastingShare = 0.8;

/** Draws the noise that all frames of a clip share: real and imaginary parts of every look, one after the other. */
export function drawLastingNoise(random: Random): Float32Array {
  return Float32Array.from({ length: 2 * looks * beamCount * sampleCount }, () => random.gaussian());
}

/** Share of the probe's half width that lies flat on the skin; the rest may lift off. */
const flatShare = 0.6;

/** How much more the deepest samples are amplified than the surface, and the noise with them. */
const noiseRiseDb = 14;

/** Blurring passes along and across the beams: the pulse's length and the beam's width. */
const axialPasses = 3;
const lateralPasses = 2;

/** Standard deviation that unit white noise keeps after `passes` passes of the weights ¼ ½ ¼. */
function keptDeviation(passes: number): number {
  // The weights of n passes are binomial(2n, k) / 4ⁿ; their squares sum to binomial(4n, 2n) / 16ⁿ.
  let energy = 1;
  for (let k = 1; k <= 2 * passes; k++) energy *= (2 * passes + k) / (4 * k);
  return Math.sqrt(energy);
}

const keptByPulse = keptDeviation(axialPasses) * keptDeviation(lateralPasses);

/**
 * Shows echoes as a machine does, 0–255. Many scatterers per resolution cell, of random phase, add up to a
 * circular complex normal field, whose envelope is Rayleigh distributed: fully developed speckle (Burckhardt,
 * "Speckle in ultrasound B-mode scans", IEEE Trans. Sonics Ultrason. 25, 1978; Wagner et al., same journal 30,
 * 1983). The field is blurred by the pulse before its envelope is taken. Averaging the looks and compressing by the
 * logarithm leaves speckle of the same standard deviation in dB (about 5.6 for one look, 3.5 for two) whatever the mean.
 *
 * @param lasting what `drawLastingNoise` drew for the clip
 * @param fresh the noise of this frame alone
 */
export function displaySpeckle(
  { levelDb }: Echoes,
  settings: SpeckleDisplay,
  lasting: Float32Array,
  fresh: Random,
): Float32Array {
  const size = levelDb.length;
  const freshShare = Math.sqrt(1 - lastingShare ** 2);
  const amplitudes = levelDb.map((level) => 10 ** (level / 20) / (keptByPulse * Math.SQRT2));
  const powers = new Float32Array(size);
  for (let part = 0; part < 2 * looks; part++) {
    const field = amplitudes.map(
      (amplitude, at) =>
        amplitude * (lastingShare * (lasting[part * size + at] ?? 0) + freshShare * fresh.gaussian()),
    );
    blurField(field, axialPasses, lateralPasses);
    field.forEach((value, at) => {
      powers[at] = (powers[at] ?? 0) + value ** 2 / looks;
    });
  }
  return powers.map((power, at) => {
    const sample = at % sampleCount;
    const edge = (2 * Math.floor(at / sampleCount)) / (beamCount - 1) - 1;
    const liftedShare = Math.max(0, Math.abs(edge) - flatShare) / (1 - flatShare);
    const lossDb = settings.edgeLossDb[edge < 0 ? 0 : 1] * liftedShare ** 2;
    const noise = 10 ** ((settings.noiseDb + (noiseRiseDb * sample) / sampleCount) / 10);
    const depthLossDb = settings.falloffDbPerCm * commonDepthCm * (sample / sampleCount);
    const shownDb = 10 * Math.log10(power + noise) - lossDb - depthLossDb;
    return Math.min(255, Math.max(0, ((shownDb - settings.blackDb) / settings.rangeDb) * 255));
  });
}
