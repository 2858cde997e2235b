/** Extensions, lower case, of what every image library calls a picture. */
const rasterExtensions = ['.jpg', '.jpeg', '.png', '.bmp', '.tif', '.tiff', '.webp', '.gif'] as const;
const imageExtensions = [...rasterExtensions, '.dcm', '.nii', '.nii.gz'] as const;

/** The extension with its dot, as written; '' where the name has none. `.nii.gz` counts as one. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.toLowerCase().endsWith('.nii.gz') && name.length > '.nii.gz'.length) return name.slice(-7);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

export function hasRasterExtension(path: string): boolean {
  return includes(rasterExtensions, extensionOf(path));
}

/** Raster pictures and the medical volumes. */
export function hasImageExtension(path: string): boolean {
  return includes(imageExtensions, extensionOf(path));
}

function includes(extensions: readonly string[], extension: string): boolean {
  return extensions.includes(extension.toLowerCase());
}
