/** Which characters a font has, and how wide they are. */
export interface FontMetrics {
  hasGlyph(codePoint: number): boolean;
  /** Width in ems, without kerning; 0 for a character that the font lacks. */
  widthOf(codePoint: number): number;
}

/**
 * Reads the metrics of a TrueType or OpenType font: its tables `head`, `hhea`, `hmtx` and the map of Unicode in `cmap`
 * (format 4 or 12), as the OpenType specification 1.9 has them.
 * @param bytes a font that is to be trusted, such as one of our own
 * @throws Error where a table is missing
 */
export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = font.getUint16(findTable(font, 'head') + 18);
  const longMetrics = font.getUint16(findTable(font, 'hhea') + 34);
  const metrics = findTable(font, 'hmtx');
  const glyphs = readCharacterMap(font, findTable(font, 'cmap'));
  return {
    hasGlyph: (codePoint) => glyphs.has(codePoint),
    widthOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return 0;
      // Glyphs beyond the long metrics are as wide as the last of them.
      return font.getUint16(metrics + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
    },
  };
}

function findTable(font: DataView, name: string): number {
  const tables = font.getUint16(4);
  for (let table = 0; table < tables; table++) {
    const at = 12 + 16 * table;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

const unicodeMaps = { 12: readGroups, 4: readSegments };

/** Glyphs by code point. */
function readCharacterMap(font: DataView, cmap: number): Map<number, number> {
  const maps = Array.from({ length: font.getUint16(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + 8 * index;
    const at = cmap + font.getUint32(record + 4);
    return { platform: font.getUint16(record), at, format: font.getUint16(at) };
  });
  for (const format of [12, 4] as const) {
    // Platforms 0 and 3 (Unicode and Windows) are keyed by code points in these formats.
    const found = maps.find((map) => map.format === format && (map.platform === 0 || map.platform === 3));
    if (found) return unicodeMaps[format](font, found.at);
  }
  throw new Error('the font has no map of Unicode');
}

function readGroups(font: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < font.getUint32(at + 12); group++) {
    const record = at + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.getUint32(record + offset));
    if (first === undefined || last === undefined || glyph === undefined) continue;
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function readSegments(font: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const bytes = font.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  for (let segment = 0; segment < bytes; segment += 2) {
    const delta = font.getUint16(at + deltas + segment);
    const offset = font.getUint16(at + offsets + segment);
    const start = font.getUint16(at + starts + segment);
    for (let code = start; code <= font.getUint16(at + ends + segment) && code < 0xffff; code++) {
      const stored =
        offset === 0 ? code : font.getUint16(at + offsets + segment + offset + 2 * (code - start));
      const glyph = offset !== 0 && stored === 0 ? 0 : (stored + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
