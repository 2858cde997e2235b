import { findNode, findText, listItems } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { backgroundDefaults, colorPattern, largestIndex } from './schema-labels.ts';
import { quote } from './show-text.ts';

type Reading = 'color' | 'index';

/** A place that takes a name, a colour or an index for itself. */
interface Taking {
  readonly offset: number;
  /** What is compared: colours in lower case. */
  readonly value: string | number;
  readonly taker: string;
}

/**
 * Classes that cannot be told apart: names, and for masks colours or indices, that two classes share, or a
 * class with the background or with an ignored value; and masks whose classes mix colours and indices.
 * @param lineOf the line of an offset, to name the place that had a value first
 */
export function findClassConflicts(root: LocatedNode, lineOf: (offset: number) => number): Mistake[] {
  const labels = findNode(root, 'labels');
  if (labels === undefined) return [];
  const classes = listItems(findNode(labels, 'classes'));
  const names = classes.flatMap((item) => {
    const name = findText(item, 'name');
    return name ? [{ ...name, taker: `class ${quote(name.value)}` }] : [];
  });
  const mistakes = findSharedValues('name', names, lineOf);
  const kind = findText(labels, 'kind');
  if (kind?.value !== 'mask') return mistakes;
  if (classes.length === 0)
    return [
      ...mistakes,
      {
        offset: kind.offset,
        message: 'masks need "labels.classes", each class with a color or each with an index',
      },
    ];
  const reading = chooseReading(classes);
  return [
    ...mistakes,
    ...findMixedClasses(classes, reading),
    ...findMixedIgnored(labels, reading),
    ...findSharedValues(reading, listTakings(labels, classes, reading), lineOf),
  ];
}

/** How the first class that says anything is read, and so all must be. */
function chooseReading(classes: readonly LocatedNode[]): Reading {
  const telling = classes.find((item) => findNode(item, 'color') ?? findNode(item, 'index'));
  return telling && findNode(telling, 'color') === undefined ? 'index' : 'color';
}

function findMixedClasses(classes: readonly LocatedNode[], reading: Reading): Mistake[] {
  const other = reading === 'color' ? 'index' : 'color';
  return classes.flatMap((item) => {
    if (item.kind !== 'mapping') return [];
    const name = findText(item, 'name');
    const taker = name ? `class ${quote(name.value)}` : 'this class';
    if (!item.entries.has(reading)) {
      const expected = item.entries.has(other) ? 'as the first class has' : 'since labels are masks';
      return [{ offset: item.offset, message: `${taker} has no ${reading}, expected one ${expected}` }];
    }
    const second = item.entries.get(other);
    return second === undefined
      ? []
      : [{ offset: second.keyOffset, message: `${taker} has a color and an index, expected one of them` }];
  });
}

function findMixedIgnored(labels: LocatedNode, reading: Reading): Mistake[] {
  const wanted = reading === 'color' ? 'string' : 'number';
  const expected =
    reading === 'color' ? 'a colour, since classes have colours' : 'an index, since classes have indices';
  return listItems(findNode(labels, 'ignore'))
    .flatMap((item) => readTaking(item, 'an ignored value'))
    .filter(({ value }) => typeof value !== wanted)
    .map(({ offset, value }) => ({
      offset,
      message: `cannot ignore ${typeof value === 'string' ? quote(value) : String(value)}, expected ${expected}`,
    }));
}

function listTakings(labels: LocatedNode, classes: readonly LocatedNode[], reading: Reading): Taking[] {
  const ofClasses = classes.flatMap((item) => {
    const name = findText(item, 'name');
    return readTaking(findNode(item, reading), name ? `class ${quote(name.value)}` : 'another class');
  });
  const ofBackground = readTaking(findNode(labels, 'background', reading), 'the background');
  const ignored = listItems(findNode(labels, 'ignore')).flatMap((item) =>
    readTaking(item, 'an ignored value'),
  );
  const byDefault = { offset: -1, value: backgroundDefaults[reading], taker: 'the background' };
  return [...(ofBackground.length === 0 ? [byDefault] : ofBackground), ...ofClasses, ...ignored];
}

/** What is neither a colour nor an index is left to the schema. */
function readTaking(node: LocatedNode | undefined, taker: string): Taking[] {
  if (node?.kind !== 'scalar') return [];
  const { offset, value } = node;
  if (typeof value === 'string' && color.test(value)) return [{ offset, value: value.toLowerCase(), taker }];
  return typeof value === 'number' && isIndex(value) ? [{ offset, value, taker }] : [];
}

const color = new RegExp(colorPattern);

function isIndex(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestIndex;
}

function findSharedValues(
  what: string,
  takings: readonly Taking[],
  lineOf: (offset: number) => number,
): Mistake[] {
  const first = new Map<string | number, Taking>();
  const mistakes: Mistake[] = [];
  for (const taking of [...takings].sort((a, b) => a.offset - b.offset)) {
    const earlier = first.get(taking.value);
    if (earlier === undefined) {
      first.set(taking.value, taking);
      continue;
    }
    const where = earlier.offset < 0 ? 'by default' : `in line ${lineOf(earlier.offset)}`;
    const shown = typeof taking.value === 'string' ? quote(taking.value) : String(taking.value);
    mistakes.push({
      offset: taking.offset,
      message: `the ${what} ${shown} is already that of ${earlier.taker} ${where}`,
    });
  }
  return mistakes;
}
