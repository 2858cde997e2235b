export {};

declare module 'vega' {
  /** How texts are measured; not in the types that Vega ships. */
  export const textMetrics: {
    width: (item: { readonly fontSize?: number }, text: unknown) => number;
  };
}
