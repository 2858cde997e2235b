import { stripVTControlCharacters } from 'node:util';
import { measureWidth } from '../../src/report/wrap.ts';

const fontSize = 14;
const columnWidth = 8.4;
const lineHeight = 19;
const padding = 20;

/** What the picture draws for the codes of a terminal's colours and weights. */
const styles: Readonly<Record<string, string>> = {
  '1': 'font-weight="600"',
  '2': 'fill="#8b949e"',
  '31': 'fill="#ff7b72"',
  '32': 'fill="#7ee787"',
  '33': 'fill="#e3b341"',
  '34': 'fill="#79c0ff"',
};

/**
 * What a terminal shows of a text, as SVG. Every run of characters has its own place and width, so that columns
 * stand below each other whatever font the reader has.
 * @param text with the colour codes of picocolors and no other control characters
 */
export function drawTerminal(text: string, title: string): string {
  const lines = text.trimEnd().split('\n');
  const columns = Math.max(...lines.map((line) => measureWidth(stripVTControlCharacters(line))));
  const width = Math.ceil(columns * columnWidth + 2 * padding);
  const height = lines.length * lineHeight + 2 * padding;
  const rows = lines.flatMap((line, row) => drawLine(line, padding + (row + 0.75) * lineHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontSize}" fill="#e6edf3">`,
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawLine(line: string, y: number): string[] {
  const drawn: string[] = [];
  const active = new Set<string>();
  let column = 0;
  // Apart from colours, blanks end a run where SVG would not draw them: several of them, and those at its ends.
  for (const part of line.split(/(\u001b\[\d+m|(?<=^|\u001b\[\d+m) +| +(?=$|\u001b)| {2,})/u)) {
    const code = /^\u001b\[(\d+)m$/u.exec(part)?.[1];
    if (code !== undefined) {
      applyCode(active, code);
      continue;
    }
    if (part.trim() !== '') drawn.push(drawRun(part, column, y, active));
    column += measureWidth(part);
  }
  return drawn;
}

function drawRun(text: string, column: number, y: number, active: ReadonlySet<string>): string {
  const place = `x="${round(padding + column * columnWidth)}" y="${round(y)}"`;
  const length = `textLength="${round(measureWidth(text) * columnWidth)}" lengthAdjust="spacingAndGlyphs"`;
  const style = [...active].map((code) => styles[code]).filter((part) => part !== undefined);
  return `<text ${[place, length, ...style].join(' ')}>${escapeXml(text)}</text>`;
}

/** 22 ends bold and dim, 39 ends a colour. */
function applyCode(active: Set<string>, code: string): void {
  if (code === '22') for (const weight of ['1', '2']) active.delete(weight);
  else if (code === '39') for (const color of ['31', '32', '33', '34']) active.delete(color);
  else active.add(code);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
