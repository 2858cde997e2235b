import type { ImageThumbnail, Outline } from '../../model/thumbnail.ts';
import type { Rgb } from '../drawing/color-vision.ts';
import { wrapText } from '../drawing/fit-text.ts';
import type { FontMetrics } from '../drawing/font-metrics.ts';
import { encodePng } from '../drawing/png.ts';
import type { Markup } from '../markup.ts';
import { emptyMarkup, fillHtml } from '../markup.ts';
import { formatColor, type Legend } from './legend.ts';
import { paintMask, paintOverlay, undeclaredColor } from './paint.ts';
import { pictureEdge, type Tile } from './tile.ts';

export const panelGap = 4;

/** The pictures of a tile side by side: the image, the label over it and, for masks, the label alone. */
export interface Panels {
  readonly markup: Markup;
  readonly width: number;
  readonly height: number;
}

/** Pictures side by side that a tile of the dataset has. */
export function countPanels({ mask, outlines }: Tile): 1 | 2 | 3 {
  return mask !== undefined ? 3 : outlines !== undefined ? 2 : 1;
}

export function drawPanels(tile: Tile, legend: Legend, font: FontMetrics): Panels {
  const { image, mask, outlines } = tile;
  const panels: Picture[] = [
    typeof image === 'string' ? drawReason(image, font) : drawImage(image, image.colors),
  ];
  if (typeof image !== 'string' && mask !== undefined && typeof mask !== 'string') {
    panels.push(drawImage(image, paintOverlay(image, mask, legend.places)));
    panels.push(drawImage(mask, paintMask(mask, legend.places)));
  } else if (mask !== undefined) {
    panels.push(drawReason(typeof mask === 'string' ? mask : 'no image', font));
  } else if (outlines !== undefined && typeof image !== 'string') {
    panels.push(drawOutlined(image, outlines, legend));
  }
  const placed = panels.map(({ markup, width, height }, index) => {
    const left = index * (pictureEdge + panelGap) + Math.floor((pictureEdge - width) / 2);
    return { markup: fillHtml`<g transform="translate(${left} 0)">${markup}</g>`, height };
  });
  return {
    markup: fillHtml`${placed.map(({ markup }) => markup)}`,
    width: countPanels(tile) * (pictureEdge + panelGap) - panelGap,
    height: Math.max(...placed.map(({ height }) => height)),
  };
}

type Picture = Panels;

function drawImage(
  { width, height }: { readonly width: number; readonly height: number },
  colors: Uint8Array,
): Picture {
  const address = `data:image/png;base64,${Buffer.from(encodePng(width, height, colors)).toString('base64')}`;
  return {
    markup: fillHtml`<image width="${width}" height="${height}" href="${address}"/>`,
    width,
    height,
  };
}

function drawReason(reason: string, font: FontMetrics): Picture {
  const size = { width: pictureEdge - 16, lines: 4 };
  const lines = wrapText(`not drawn: ${reason}`, size, 12, font).map(
    (line, index) =>
      fillHtml`<text x="8" y="${22 + 16 * index}" font-size="12" fill="#59626f">${line}</text>`,
  );
  const height = 16 * lines.length + 16;
  return {
    markup: fillHtml`<rect width="${pictureEdge}" height="${height}" fill="#e3e6ea"/>${lines}`,
    width: pictureEdge,
    height,
  };
}

/** Boxes and outlines over the image, each twice: a dark line below keeps the colour apart from bright images. */
function drawOutlined(image: ImageThumbnail, outlines: readonly Outline[], { classes }: Legend): Picture {
  const colors = new Map(classes.map(({ name, color }) => [name, color]));
  const { width, height } = image;
  const shapes = outlines.flatMap(({ className, box, polygons }) => {
    const path =
      polygons.length > 0
        ? polygons.map((points) => tracePoints(points, image)).join('')
        : traceBox(box, image);
    return path === '' ? [] : [drawShape(path, colors.get(className) ?? undeclaredColor)];
  });
  // A picture of its own, so that what reaches beyond the image is cut.
  return {
    markup: fillHtml`<svg width="${width}" height="${height}">${drawImage(image, image.colors).markup}${shapes.length > 0 ? shapes : emptyMarkup}</svg>`,
    width,
    height,
  };
}

function drawShape(path: string, color: Rgb): Markup {
  const ink = formatColor(color);
  return fillHtml`<path d="${path}" fill="${ink}" fill-opacity="0.12" stroke="#000000" stroke-opacity="0.55" stroke-width="3"/><path d="${path}" fill="none" stroke="${ink}" stroke-width="1.5"/>`;
}

function traceBox({ xmin, ymin, xmax, ymax }: Outline['box'], size: ImageThumbnail): string {
  return tracePoints([xmin, ymin, xmax, ymin, xmax, ymax, xmin, ymax], size);
}

/** Coordinates of hostile files are as large as they like. */
const maxShare = 10;

function tracePoints(points: readonly number[], { width, height }: ImageThumbnail): string {
  const steps: string[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [boundShare(points[at]) * width, boundShare(points[at + 1]) * height];
    steps.push(`${at === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`);
  }
  return steps.length === 0 ? '' : `${steps.join('')}Z`;
}

function boundShare(share = 0): number {
  return Number.isNaN(share) ? 0 : Math.min(maxShare, Math.max(-maxShare, share));
}
