import type { Json, JsonObject } from '../model/json.ts';
import type { Chart } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { config, kinds } from './kinds.ts';
import { asShown } from './rows.ts';

const lineLength = 72;
const maxTitleLength = 300;

/**
 * The chart as Vega-Lite (version 6), made from its kind and data alone, whatever its own spec says: a spec of a
 * stranger could have an address loaded. Undefined where there is no such kind or nothing to draw.
 */
export function toSpec({ kind, data, title, subtitle }: Omit<Chart, 'spec'>): JsonObject | undefined {
  const drawn = Object.hasOwn(kinds, kind) ? kinds[kind]?.toSpec(data) : undefined;
  return (
    drawn && {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: { text: breakLines(title), subtitle: breakLines(subtitle) },
      config,
      ...drawn,
    }
  );
}

/** Vega does not break titles. */
function breakLines(text: string): Json {
  const lines: string[] = [];
  for (const word of shortenMiddle(text, maxTitleLength).split(/\s+/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map(asShown);
}
