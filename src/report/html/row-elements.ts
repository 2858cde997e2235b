import { formatCount, formatQuantity } from '../../model/number-words.ts';
import { splitAdvice } from '../advice.ts';
import type { Column, FindingRow } from './finding-row.ts';
import { element, type PageElement } from './page-element.ts';
import type { SubjectCount } from './subject-counts.ts';

// What a row of a table looks like: on the page as it is sent, and wherever its script makes another one.

/** A finding as a row of the table that has these columns. */
export function drawFinding(row: FindingRow, columns: readonly Column[]): PageElement {
  return element(
    'tr',
    { id: row.id, class: 'finding', tabindex: '-1' },
    ...columns.map((column) => drawCell(row, column)),
  );
}

/** A subject with what was found of it. */
export function drawSubject(
  { subject, findings, samples, splits }: SubjectCount,
  canFilter: boolean,
): PageElement {
  const name = canFilter
    ? element('button', { type: 'button', class: 'plain', 'data-subject': subject }, subject)
    : subject;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    element('td', { class: 'number' }, formatCount(findings)),
    element('td', { class: 'number' }, formatCount(samples)),
    element('td', {}, splits.join(', ')),
  );
}

function drawCell(row: FindingRow, column: Column): PageElement {
  switch (column) {
    case 'finding':
      return element('td', { class: 'what' }, ...drawWords(row));
    case 'subject':
      return element('td', { class: 'subject' }, listFirst(row.subjects, row.subjectsTotal));
    case 'split':
      return element('td', { class: 'split' }, row.splits.join(', '));
    case 'samples':
      return element('td', { class: 'number' }, row.samplesTotal > 0 ? formatCount(row.samplesTotal) : '');
  }
}

function drawWords(row: FindingRow): (PageElement | undefined)[] {
  return [
    element(
      'p',
      { class: 'message' },
      `${row.message} `,
      element('a', { class: 'anchor', href: `#${row.id}`, 'aria-label': `Link to: ${row.message}` }, '#'),
    ),
    element(
      'p',
      { class: 'place' },
      ...(row.place === '' ? [] : [element('code', {}, row.place), ' · ']),
      `${nameKind(row)} `,
      element('code', {}, row.key),
    ),
    row.evidence.length === 0
      ? undefined
      : element('dl', { class: 'evidence' }, ...drawEvidence(row.evidence)),
    drawSamples(row),
    row.fix === '' ? undefined : drawFix(row.fix),
  ];
}

export function drawFix(fix: string): PageElement {
  return element('p', { class: 'fix' }, element('strong', {}, 'What to do'), ' ', ...drawAdvice(fix));
}

/** What to do, with commands as code. */
export function drawAdvice(advice: string): (PageElement | string)[] {
  return splitAdvice(advice).map(({ text, isCommand }) => (isCommand ? element('code', {}, text) : text));
}

/** What the key of a finding, by which the config accepts it, is the name of. */
function nameKind({ key, subjects, samples }: FindingRow): string {
  return subjects.includes(key) ? 'subject' : samples.includes(key) ? 'sample' : 'key';
}

function drawEvidence(evidence: readonly string[]): PageElement[] {
  return evidence.flatMap((value, index) =>
    index % 2 === 0
      ? []
      : [element('div', {}, element('dt', {}, evidence[index - 1] ?? ''), element('dd', {}, value))],
  );
}

function drawSamples({ samples, samplesTotal }: FindingRow): PageElement | undefined {
  if (samples.length === 0) return undefined;
  const hidden = samplesTotal - samples.length;
  return element(
    'details',
    { class: 'samples' },
    element('summary', {}, formatQuantity(samplesTotal, 'sample')),
    element(
      'ul',
      {},
      ...samples.map((sample) => element('li', {}, element('code', {}, sample))),
      hidden > 0 ? element('li', {}, `… ${formatCount(hidden)} more`) : undefined,
    ),
  );
}

const maxSubjectsInCell = 5;

function listFirst(names: readonly string[], total: number): string {
  const shown = names.slice(0, maxSubjectsInCell);
  const hidden = total - shown.length;
  return [...shown, ...(hidden > 0 ? [`+ ${formatCount(hidden)} more`] : [])].join(', ');
}
