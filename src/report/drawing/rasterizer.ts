import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Markup } from '../markup.ts';
import { readFontMetrics, type FontMetrics } from './font-metrics.ts';
import { markPng } from './png.ts';

/** What drawing needs of files. */
export interface DrawingAssets {
  /** The WebAssembly of resvg. */
  readonly wasm: Uint8Array;
  /** DejaVu Sans Condensed. */
  readonly regular: Uint8Array;
  /** DejaVu Sans Condensed Bold. */
  readonly bold: Uint8Array;
}

/** Draws SVG without anything of the machine: no fonts of its own, no native code. */
export interface Rasterizer {
  readonly regular: FontMetrics;
  readonly bold: FontMetrics;
  /**
   * The picture as a PNG file, `scale` (1 without it) pixels a unit of the SVG: the same bytes on every machine. Text is drawn in
   * `fontFamily`, of weight 400 or 700; with `style="font-kerning:none"` it is as wide as the metrics say.
   */
  draw(svg: Markup, scale?: number): Uint8Array;
  /** The picture as SVG without texts: they are outlines, for a reader with whatever fonts. */
  outline(svg: Markup): string;
}

export const fontFamily = 'DejaVu Sans Condensed';

let initialized: Promise<void> | undefined;

export async function openRasterizer({ wasm, regular, bold }: DrawingAssets): Promise<Rasterizer> {
  await (initialized ??= initWasm(wasm));
  const font = { fontBuffers: [regular, bold], defaultFontFamily: fontFamily, sansSerifFamily: fontFamily };
  return {
    regular: readFontMetrics(regular),
    bold: readFontMetrics(bold),
    draw: ({ text }, scale = 1) => {
      const drawing = new Resvg(text, { font, fitTo: { mode: 'zoom', value: scale } });
      const picture = drawing.render();
      try {
        return markPng(picture.asPng());
      } finally {
        // Memory of WebAssembly is not collected.
        picture.free();
        drawing.free();
      }
    },
    outline: ({ text }) => {
      const drawing = new Resvg(text, { font });
      try {
        return `${drawing.toString().trim().replace(/>\s+</gu, '><')}\n`;
      } finally {
        drawing.free();
      }
    },
  };
}
