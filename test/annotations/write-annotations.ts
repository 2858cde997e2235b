import fc from 'fast-check';
import type { Box } from '../../src/model/annotation.ts';

/** An object as a test writes it. */
export interface WrittenObject {
  readonly className: string;
  readonly box: Box;
}

export const classNames = ['cell', 'a & b', '<x>', 'größe 😀', '__proto__', '"q"'];

const corner = fc
  .oneof(fc.integer({ min: -5, max: 5000 }), fc.double({ min: -5, max: 5000, noNaN: true }))
  .map((value) => (value === 0 ? 0 : value));

export const drawObject: fc.Arbitrary<WrittenObject> = fc.record({
  className: fc.constantFrom(...classNames),
  box: fc.record({ xmin: corner, ymin: corner, xmax: corner, ymax: corner }),
});

export function writeVoc(objects: readonly WrittenObject[], size = { width: 640, height: 480 }): string {
  const marked = objects.map(
    ({ className, box }) => `  <object>
    <name>${escapeXml(className)}</name>
    <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
    <bndbox>
      ${Object.entries(box)
        .map(([name, value]) => `<${name}> ${value} </${name}>`)
        .join('\n      ')}
    </bndbox>
  </object>`,
  );
  return `<?xml version="1.0"?>
<annotation>
  <filename>a.jpg</filename>
  <size><width>${size.width}</width><height>${size.height}</height><depth>3</depth></size>
${marked.join('\n')}
</annotation>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** COCO of one image for each list of objects, called `0.jpg`, `1.jpg`, … */
export function writeCoco(images: readonly (readonly WrittenObject[])[]): string {
  return JSON.stringify({
    images: images.map((_, id) => ({ id, file_name: `${id}.jpg`, width: 640, height: 480 })),
    categories: classNames.map((name, at) => ({ id: at + 1, name })),
    annotations: images.flatMap((objects, image) =>
      objects.map(({ className, box: { xmin, ymin, xmax, ymax } }) => ({
        image_id: image,
        category_id: classNames.indexOf(className) + 1,
        bbox: [xmin, ymin, xmax - xmin, ymax - ymin],
      })),
    ),
  });
}

export function writeYolo(objects: readonly WrittenObject[], width: number, height: number): string {
  const lines = objects.map(({ className, box: { xmin, ymin, xmax, ymax } }) =>
    [
      classNames.indexOf(className),
      (xmin + xmax) / 2 / width,
      (ymin + ymax) / 2 / height,
      (xmax - xmin) / width,
      (ymax - ymin) / height,
    ].join(' '),
  );
  return lines.map((line) => `${line}\n`).join('');
}

export function writeLabelMe(objects: readonly WrittenObject[]): string {
  return JSON.stringify({
    imageWidth: 640,
    imageHeight: 480,
    shapes: objects.map(({ className, box: { xmin, ymin, xmax, ymax } }) => ({
      label: className,
      shape_type: 'rectangle',
      points: [
        [xmax, ymin],
        [xmin, ymax],
      ],
    })),
  });
}
