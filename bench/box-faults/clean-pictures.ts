import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A box in pixels from the upper left corner. */
export interface MarkedBox {
  readonly name: string;
  readonly xmin: number;
  readonly ymin: number;
  readonly xmax: number;
  readonly ymax: number;
  /** `segmentation` of COCO. */
  readonly segmentation?: unknown;
}

/** A picture with what is written about it. */
export interface Picture {
  /** File name without extension. */
  readonly stem: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MarkedBox[];
}

export const classNames: readonly string[] = ['RBC', 'WBC', 'Platelets'];

/** The pictures of BCCD, without its boxes that have no area. */
export function readCleanPictures(folder: string): Picture[] {
  const names = readdirSync(join(folder, 'Annotations')).filter((name) => name.endsWith('.xml'));
  return names.sort().map((name) => {
    const xml = readFileSync(join(folder, 'Annotations', name), 'utf8');
    const numberOf = (text: string, tag: string): number =>
      Number(new RegExp(`<${tag}>(-?\\d+)</${tag}>`, 'u').exec(text)?.[1]);
    const boxes = xml
      .split('<object>')
      .slice(1)
      .map((object) => ({
        name: /<name>([^<]+)</u.exec(object)?.[1] ?? '',
        xmin: numberOf(object, 'xmin'),
        ymin: numberOf(object, 'ymin'),
        xmax: numberOf(object, 'xmax'),
        ymax: numberOf(object, 'ymax'),
      }))
      .filter(({ xmin, ymin, xmax, ymax }) => xmax > xmin && ymax > ymin);
    return {
      stem: name.slice(0, -'.xml'.length),
      width: numberOf(xml, 'width'),
      height: numberOf(xml, 'height'),
      boxes,
    };
  });
}
