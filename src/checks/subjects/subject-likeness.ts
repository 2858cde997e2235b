import type { Dataset } from '../../model/dataset.ts';
import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { designEffect, measureClusterVariance } from '../../statistics/intra-class-correlation.ts';
import type { ClassPresence } from '../classes/class-presence.ts';

const maxClasses = 20;

/**
 * How alike the images of one subject are: the intra-class correlation of the mean intensity and of each class's part of
 * the label, and what the highest of them makes of the number of samples; undefined where there is nothing to measure.
 * @param samples each with a known subject
 */
export function measureLikeness(
  samples: readonly Sample[],
  { images }: Dataset,
  presence: ClassPresence,
): Record<string, Json> | undefined {
  const subjects = [...groupBy(samples, ({ subject }) => subject).values()];
  const measure = (read: (sample: Sample) => number | undefined) =>
    measureClusterVariance(
      subjects.map((members) => members.map(read).filter((value) => value !== undefined)),
    );
  const intensity = measure(({ id }) => {
    const image = images.get(id);
    return image?.kind === 'image' ? image.mean : undefined;
  });
  const ofClasses = presence.classes.slice(0, maxClasses).flatMap((name) => {
    const variance = measure((sample) => readPart(sample, name, presence));
    return variance ? [[name, variance] as const] : [];
  });
  const measured = [...(intensity ? [intensity] : []), ...ofClasses.map(([, variance]) => variance)];
  if (measured.length === 0) return undefined;
  const effect = Math.max(
    ...measured.map(({ correlation, meanSizePerValue }) => designEffect(correlation, meanSizePerValue)),
  );
  return {
    intraClassCorrelations: {
      ...(intensity && { intensity: intensity.correlation }),
      classes: Object.fromEntries(ofClasses.map(([name, { correlation }]) => [name, correlation])),
    },
    highestCorrelation: Math.max(...measured.map(({ correlation }) => correlation)),
    designEffect: effect,
    effectiveSamples: samples.length / effect,
  };
}

/** Share of the mask's pixels that are of the class, its boxes, or 1 and 0 for its presence. */
function readPart(sample: Sample, name: string, { bySample, background, unit }: ClassPresence) {
  const shown = bySample.get(sample);
  if (!shown) return undefined;
  const amount = shown.get(name) ?? 0;
  if (unit !== 'pixels') return amount;
  const all = [...shown.values()].reduce((sum, pixels) => sum + pixels, background.get(sample) ?? 0);
  return all === 0 ? undefined : amount / all;
}
