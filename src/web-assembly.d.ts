// What is used of WebAssembly; the types of Node leave it to those of browsers.

declare namespace WebAssembly {
  /** Throws where the processor lacks what the code uses. */
  const Module: new (bytes: Uint8Array) => object;
  const Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}
