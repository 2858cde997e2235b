import type { MarkedBox, Picture } from './clean-pictures.ts';
import type { Format, Written } from './write-data-set.ts';

export interface BoxFault {
  readonly name: string;
  readonly formats: readonly Format[];
  /** The check and message that must name the fault; none for a control. */
  readonly named?: string;
  /** Findings that say what comes of the fault. */
  readonly also?: readonly string[];
  /** Findings of this fault name no sample but count, under this name in their evidence. */
  readonly countedAs?: 'files' | 'images';
  plant(picture: Picture, random: () => number): Omit<Written, 'picture'>;
}

const all: readonly Format[] = ['voc', 'coco', 'yolo'];
const inPixels: readonly Format[] = ['voc', 'coco'];

/** One box of the picture, changed. */
function changeOne(change: (box: MarkedBox, picture: Picture) => MarkedBox): BoxFault['plant'] {
  return (picture, random) => {
    const chosen = Math.floor(random() * picture.boxes.length);
    return { boxes: picture.boxes.map((box, at) => (at === chosen ? change(box, picture) : box)) };
  };
}

/** Another box beside those of the picture. */
function addOne(make: (box: MarkedBox, picture: Picture) => MarkedBox): BoxFault['plant'] {
  return (picture, random) => {
    const box = picture.boxes[Math.floor(random() * picture.boxes.length)];
    return box ? { boxes: [...picture.boxes, make(box, picture)] } : {};
  };
}

/** A segmentation for one box. */
function outline(segment: (box: MarkedBox, picture: Picture) => unknown): BoxFault['plant'] {
  return changeOne((box, picture) => ({ ...box, segmentation: segment(box, picture) }));
}

export const boxFaults: readonly BoxFault[] = [
  {
    name: 'without width',
    formats: all,
    named: 'labels/boxes degenerate',
    plant: changeOne((box) => ({ ...box, xmax: box.xmin })),
  },
  {
    name: 'a single point',
    formats: all,
    named: 'labels/boxes degenerate',
    plant: changeOne((box) => ({ ...box, xmax: box.xmin, ymax: box.ymin })),
  },
  {
    name: 'corners exchanged',
    formats: all,
    named: 'labels/boxes inverted',
    plant: changeOne((box) => ({ ...box, xmin: box.xmax, xmax: box.xmin })),
  },
  {
    name: 'outside the image',
    formats: all,
    named: 'labels/boxes outside',
    plant: changeOne((box, { width }) => ({
      ...box,
      xmin: box.xmin + width + 4,
      xmax: box.xmax + width + 4,
    })),
  },
  {
    name: '20 pixels beyond the edge',
    formats: all,
    named: 'labels/doubtful-boxes beyond-edge',
    plant: changeOne((box, { height }) => ({ ...box, ymax: height + 20 })),
  },
  {
    name: '3 pixels beyond the edge',
    formats: all,
    named: 'labels/doubtful-boxes beyond-edge',
    plant: changeOne((box) => ({ ...box, xmin: -3 })),
  },
  {
    name: 'twice',
    formats: all,
    named: 'labels/doubtful-boxes repeated',
    plant: addOne((box) => box),
  },
  {
    name: 'twice, a pixel apart',
    formats: all,
    named: 'labels/doubtful-boxes repeated',
    plant: addOne((box) => ({ ...box, xmin: box.xmin + 1, ymax: box.ymax - 1 })),
  },
  {
    name: "of the resized image's size",
    formats: inPixels,
    named: 'labels/boxes size',
    // The boxes lie where they were, and reach beyond the smaller size.
    also: ['labels/boxes outside', 'labels/doubtful-boxes beyond-edge'],
    plant: ({ width, height }) => ({ size: { width: width / 2, height: height / 2 } }),
  },
  {
    name: 'width and height exchanged',
    formats: inPixels,
    named: 'labels/boxes size',
    also: ['labels/boxes outside', 'labels/doubtful-boxes beyond-edge'],
    plant: ({ width, height }) => ({ size: { width: height, height: width } }),
  },
  {
    name: 'shares where pixels are meant',
    formats: inPixels,
    named: 'labels/boxes shares',
    plant: () => ({ hasWrongUnit: true }),
  },
  {
    name: 'pixels where shares are meant',
    formats: ['yolo'],
    named: 'labels/boxes pixels',
    plant: () => ({ hasWrongUnit: true }),
  },
  {
    name: 'a class not declared',
    formats: all,
    named: 'labels/boxes unknown-class',
    plant: changeOne((box) => ({ ...box, name: 'Lymphocyte' })),
  },
  {
    name: 'a class in another spelling',
    formats: inPixels,
    named: 'labels/boxes misspelled-class',
    also: ['labels/class-names spelling'],
    plant: changeOne((box) => ({ ...box, name: box.name.toLowerCase() })),
  },
  {
    name: 'an image without annotation',
    formats: all,
    named: 'labels/annotations unannotated',
    plant: () => ({ isLeftOut: true }),
  },
  {
    name: 'an annotation without image (files)',
    formats: ['voc', 'yolo'],
    named: 'labels/annotations orphan-files',
    countedAs: 'files',
    plant: () => ({ isImageGone: true }),
  },
  {
    name: 'an annotation without image (entries)',
    formats: ['coco'],
    named: 'labels/annotations orphan-entries',
    countedAs: 'images',
    plant: () => ({ isImageGone: true }),
  },
  {
    name: 'an outline that crosses itself',
    formats: ['coco'],
    named: 'labels/doubtful-boxes crossing',
    plant: outline(({ xmin, ymin, xmax, ymax }) => [[xmin, ymin, xmax, ymax, xmax, ymin, xmin, ymax]]),
  },
  {
    name: 'an outline of two points',
    formats: ['coco'],
    named: 'labels/boxes few-points',
    plant: outline(({ xmin, ymin, xmax, ymax }) => [[xmin, ymin, xmax, ymax]]),
  },
  {
    name: 'runs of width × height',
    formats: ['coco'],
    named: 'labels/boxes run-size',
    plant: outline((_, { width, height }) => ({
      size: [width, height],
      counts: [100, 50, width * height - 150],
    })),
  },
  {
    name: 'runs that do not add up',
    formats: ['coco'],
    named: 'labels/boxes run-sum',
    plant: outline((_, { width, height }) => ({ size: [height, width], counts: [100, 50, 7] })),
  },
  {
    name: 'a file that ends in the middle',
    formats: ['voc'],
    named: 'labels/boxes malformed',
    plant: () => ({ edit: (text) => text.slice(0, text.length / 2) }),
  },
  {
    name: 'a corner that is no number',
    formats: ['voc'],
    named: 'labels/boxes incomplete',
    plant: () => ({ edit: (text) => text.replace(/<xmin>\d+/u, '<xmin>left') }),
  },
  {
    name: 'a line of three numbers',
    formats: ['yolo'],
    named: 'labels/boxes incomplete',
    plant: () => ({ edit: (text) => `${text}0 0.5 0.5\n` }),
  },
  { name: 'clean', formats: all, plant: () => ({}) },
  {
    name: 'clean: boxes that touch the edges',
    formats: all,
    plant: (picture) => ({
      boxes: [...picture.boxes, { name: 'WBC', xmin: 0, ymin: 0, xmax: picture.width, ymax: picture.height }],
    }),
  },
  {
    name: 'clean: pixels counted from 1',
    formats: ['voc'],
    plant: ({ boxes }) => ({
      boxes: boxes.map((box) => ({
        ...box,
        xmin: box.xmin + 1,
        ymin: box.ymin + 1,
        xmax: box.xmax + 1,
        ymax: box.ymax + 1,
      })),
    }),
  },
  {
    name: 'clean: no object',
    formats: ['coco', 'yolo', 'voc'],
    plant: () => ({ boxes: [] }),
  },
  {
    name: 'clean: outlines and runs',
    formats: ['coco'],
    plant: ({ boxes, width, height }) => ({
      boxes: boxes.map((box, at) => ({
        ...box,
        segmentation:
          at % 2 === 0
            ? [[box.xmin, box.ymin, box.xmax, box.ymin, box.xmax, box.ymax, box.xmin, box.ymax]]
            : { size: [height, width], counts: [10, 20, width * height - 30] },
      })),
    }),
  },
];
