import { expect, it } from 'vitest';
import { drawTerminal } from '../../scripts/generate/terminal-picture.ts';

/** What is drawn: text with its column and its style. */
function readRuns(svg: string) {
  return [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" [^>]*?lengthAdjust="\w+"(?: ([^>]*))?>([^<]*)<\/text>/gu,
    ),
  ].map(([, x, y, style = '', text]) => ({
    column: Math.round((Number(x) - 20) / 8.4),
    y: Number(y),
    style,
    text,
  }));
}

it('draws each run at its column, in its colour and weight', () => {
  const svg = drawTerminal(
    '  \u001b[1m\u001b[31m✖\u001b[39m bold\u001b[22m   plain\n\u001b[2mdim\u001b[22m',
    'x',
  );
  expect(readRuns(svg)).toEqual([
    { column: 2, y: 34.25, style: 'font-weight="600" fill="#ff7b72"', text: '✖' },
    { column: 4, y: 34.25, style: 'font-weight="600"', text: 'bold' },
    { column: 11, y: 34.25, style: '', text: 'plain' },
    { column: 0, y: 53.25, style: 'fill="#8b949e"', text: 'dim' },
  ]);
});

it('shows markup as text', () => {
  const svg = drawTerminal('<b> & "x"', '"><script>');
  expect(readRuns(svg).map(({ text }) => text)).toEqual(['&#60;b&#62; &#38; &#34;x&#34;']);
  expect(svg).not.toContain('<script>');
});
