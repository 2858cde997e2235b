// What `rasterizer.ts` uses of the package, whose own types are not found beside its module and need those of browsers.

declare module '@resvg/resvg-wasm' {
  /** Compiles the WebAssembly; once in a process. */
  export function initWasm(wasm: Uint8Array): Promise<void>;

  export interface Rendered {
    asPng(): Uint8Array;
    free(): void;
  }

  export class Resvg {
    /** @throws Error for what is no SVG */
    constructor(
      svg: string,
      options: {
        font: {
          fontBuffers: readonly Uint8Array[];
          defaultFontFamily: string;
          sansSerifFamily?: string;
        };
        fitTo?: { mode: 'zoom'; value: number };
      },
    );
    render(): Rendered;
    /** The drawing as simple SVG, texts as outlines. */
    toString(): string;
    free(): void;
  }
}
