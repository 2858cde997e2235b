import type { Physics, Scene } from './ultrasound-frame.ts';
import type { ViewName } from './views.ts';

export type Split = 'train' | 'val' | 'test';

/** One image to draw, with its row of the manifest. */
export interface PlannedSample {
  /** Paths relative to the dataset; no mask where the image is unlabelled. */
  readonly image: string;
  readonly mask?: string;
  readonly subject: string;
  readonly split: Split;
  readonly domain: Domain;
  readonly clip: string;
  readonly scene: Scene;
  /** Which frame of the scene the image shows. */
  readonly frame: number;
}

/** A dataset to write: its samples in the order of the manifest, and its two texts. */
export interface ExampleDataset {
  /** Name of its folder below `examples/`. */
  readonly name: string;
  readonly samples: readonly PlannedSample[];
  readonly config: string;
  readonly readme: string;
}

/** Real frames show speckle, synthetic ones come from a ray caster. */
const physicsOf = { real: 'speckle', synthetic: 'ray-cast' } as const satisfies Record<string, Physics>;

export type Domain = keyof typeof physicsOf;

/** What one subject gives to a dataset. */
export interface SubjectPlan {
  readonly dataset: string;
  readonly subject: string;
  readonly domain: Domain;
  readonly isLabelled: boolean;
  /** One clip a view. */
  readonly views: readonly ViewName[];
  /** Over all clips. */
  readonly frames: number;
  /** Split of a clip, by its index. */
  readonly splitOf: (clip: number) => Split;
}

const widthPixels = 176;
const heightPixels = 128;

/** Frames of a clip that lie between one that is kept and the next. */
const frameStep = 3;

/** Plans the images of one subject, clip after clip, numbered from 1; clips differ by one frame at most. */
export function planSubject(plan: SubjectPlan): PlannedSample[] {
  const { dataset, subject, domain, views } = plan;
  const physics = physicsOf[domain];
  const inClips = views.flatMap((view, index) => {
    const clip = `${subject}-${index + 1}`;
    const split = plan.splitOf(index);
    const scene: Scene = { dataset, subject, clip, view, physics, width: widthPixels, height: heightPixels };
    const frames = Math.ceil((plan.frames - index) / views.length);
    return Array.from({ length: frames }, (_, frame) => ({ clip, split, scene, frame: frame * frameStep }));
  });
  return inClips.map((sample, index) => {
    const stem = `${domain}/${subject}_${String(index + 1).padStart(3, '0')}`;
    return {
      ...sample,
      subject,
      domain,
      image: `images/${stem}.jpg`,
      ...(plan.isLabelled && { mask: `masks/${stem}.png` }),
    };
  });
}
