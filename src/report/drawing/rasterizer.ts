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
   * The picture as a PNG file, a pixel a unit of the SVG: the same bytes on every machine. Text is drawn in
   * `fontFamily`, of weight 400 or 700; with `style="font-kerning:none"` it is as wide as the metrics say.
   */
  draw(svg: Markup): Uint8Array;
}

export const fontFamily = 'DejaVu Sans Condensed';

let initialized: Promise<void> | undefined;

export async function openRasterizer({ wasm, regular, bold }: DrawingAssets): Promise<Rasterizer> {
  await (initialized ??= initWasm(wasm));
  return {
    regular: readFontMetrics(regular),
    bold: readFontMetrics(bold),
    draw: ({ text }) => {
      const drawing = new Resvg(text, {
        font: { fontBuffers: [regular, bold], defaultFontFamily: fontFamily },
      });
      const picture = drawing.render();
      try {
        return markPng(picture.asPng());
      } finally {
        // Memory of WebAssembly is not collected.
        picture.free();
        drawing.free();
      }
    },
  };
}
