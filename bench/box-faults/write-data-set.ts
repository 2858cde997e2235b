import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classNames, type MarkedBox, type Picture } from './clean-pictures.ts';

export const formats = ['voc', 'coco', 'yolo'] as const;
export type Format = (typeof formats)[number];

/** What is written about a picture; what is left out is written as it is. */
export interface Written {
  readonly picture: Picture;
  /** In place of the picture's own size. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly boxes?: readonly MarkedBox[];
  /** Nothing is written about it. */
  readonly isLeftOut?: boolean;
  /** The picture's file is not there, though its annotation is. */
  readonly isImageGone?: boolean;
  /** Corners as shares of the size, where the format wants pixels, or the reverse. */
  readonly hasWrongUnit?: boolean;
  /** What becomes of the text of a file that is about this picture alone. */
  readonly edit?: (text: string) => string;
}

/** Writes the pictures and their annotations, with a config that joins them. */
export async function writeDataSet(
  folder: string,
  format: Format,
  written: readonly Written[],
  images: string,
): Promise<void> {
  await mkdir(join(folder, 'images'), { recursive: true });
  await mkdir(join(folder, 'labels'));
  for (const { picture, isImageGone } of written) {
    const name = `${picture.stem}.jpg`;
    if (!isImageGone) await copyFile(join(images, name), join(folder, 'images', name));
  }
  const described = written.filter(({ isLeftOut }) => !isLeftOut);
  if (format === 'coco')
    await writeFile(join(folder, 'labels/instances.json'), JSON.stringify(toCoco(described)));
  else
    for (const one of described) {
      const text = format === 'voc' ? toVoc(one) : toYolo(one);
      const path = join(folder, 'labels', `${one.picture.stem}.${format === 'voc' ? 'xml' : 'txt'}`);
      await writeFile(path, one.edit?.(text) ?? text);
    }
  await writeFile(join(folder, 'holdout.yml'), JSON.stringify(describeConfig(format)));
}

function describeConfig(format: Format): object {
  const extension = format === 'voc' ? 'xml' : 'txt';
  return {
    dataset: { name: `planted faults, ${format}` },
    samples: {
      files: 'images/*.jpg',
      ...(format !== 'coco' && { label: { template: `labels/{stem}.${extension}` } }),
    },
    labels: {
      kind: 'boxes',
      classes: classNames.map((name) => ({ name })),
      ...(format === 'coco' && { annotations: 'labels/instances.json' }),
    },
  };
}

/** The boxes in the unit that is written: `share` where the format wants pixels and the unit is wrong. */
function toShares({ picture: { width, height } }: Written, box: MarkedBox): MarkedBox {
  return {
    ...box,
    xmin: box.xmin / width,
    xmax: box.xmax / width,
    ymin: box.ymin / height,
    ymax: box.ymax / height,
  };
}

function toVoc(written: Written): string {
  const { picture, size = picture, boxes = picture.boxes, hasWrongUnit } = written;
  const objects = boxes.map((box) => {
    const { name, xmin, ymin, xmax, ymax } = hasWrongUnit ? toShares(written, box) : box;
    const corners = Object.entries({ xmin, ymin, xmax, ymax }).map(
      ([tag, value]) => `<${tag}>${value}</${tag}>`,
    );
    return `  <object>\n    <name>${name}</name>\n    <bndbox>${corners.join('')}</bndbox>\n  </object>\n`;
  });
  return `<annotation>
  <filename>${picture.stem}.jpg</filename>
  <size><width>${size.width}</width><height>${size.height}</height><depth>3</depth></size>
${objects.join('')}</annotation>
`;
}

function toYolo(written: Written): string {
  const { picture, boxes = picture.boxes, hasWrongUnit } = written;
  const digits = hasWrongUnit ? 1 : 6;
  return boxes
    .map((box) => {
      const { name, xmin, ymin, xmax, ymax } = hasWrongUnit ? box : toShares(written, box);
      const place = classNames.indexOf(name);
      const numbers = [(xmin + xmax) / 2, (ymin + ymax) / 2, xmax - xmin, ymax - ymin];
      return `${place < 0 ? classNames.length + 4 : place} ${numbers.map((value) => value.toFixed(digits)).join(' ')}\n`;
    })
    .join('');
}

function toCoco(written: readonly Written[]): object {
  const names = [
    ...new Set([
      ...classNames,
      ...written.flatMap(({ picture, boxes = picture.boxes }) => boxes.map(({ name }) => name)),
    ]),
  ];
  const annotations = written.flatMap((one, at) => {
    const { picture, boxes = picture.boxes, hasWrongUnit } = one;
    return boxes.map((box) => {
      const { name, xmin, ymin, xmax, ymax } = hasWrongUnit ? toShares(one, box) : box;
      return {
        image_id: at + 1,
        category_id: names.indexOf(name) + 1,
        bbox: [xmin, ymin, xmax - xmin, ymax - ymin],
        ...(box.segmentation !== undefined && { segmentation: box.segmentation }),
      };
    });
  });
  return {
    images: written.map(({ picture, size = picture }, at) => ({
      id: at + 1,
      file_name: `${picture.stem}.jpg`,
      width: size.width,
      height: size.height,
    })),
    categories: names.map((name, at) => ({ id: at + 1, name })),
    annotations: annotations.map((annotation, at) => ({ id: at + 1, ...annotation })),
  };
}
