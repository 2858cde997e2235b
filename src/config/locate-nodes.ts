import { isAlias, isMap, isScalar } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { LocatedNode, MappingEntry, ScalarNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { quote, shorten } from './show-text.ts';

/** Aliases are copied, so that they cannot grow without bound (ten lines of ten aliases each are ten billion values). */
const mostCopiedNodes = 10_000;

const coreTag = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

/** Names that every JavaScript object answers to: as a key they would be found where nobody wrote them. */
const inheritedNames = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

interface Walk {
  readonly anchors: Map<string, ParsedNode>;
  /** Nodes whose copy is being made: an alias to one of them would never end. */
  readonly open: Set<ParsedNode>;
  readonly mistakes: Mistake[];
  copied: number;
  copying: boolean;
}

/** The values of a composed document with their places; what cannot be read is left out and a mistake. */
export function locateNodes(contents: ParsedNode): { kind: 'tree'; root: LocatedNode; mistakes: Mistake[] } {
  const walk: Walk = { anchors: new Map(), open: new Set(), mistakes: [], copied: 0, copying: false };
  const root = locateNode(contents, walk, contents.range[0]);
  return { kind: 'tree', root, mistakes: walk.mistakes };
}

/** @param emptyOffset where a value that is not written at all is placed */
function locateNode(node: ParsedNode, walk: Walk, emptyOffset: number): LocatedNode {
  const [offset, end] = node.range;
  if (walk.copying) walk.copied += 1;
  if (isAlias(node)) return locateAlias(node.source, offset, walk);
  if (node.tag !== undefined && !coreTag.test(node.tag))
    walk.mistakes.push({ offset, message: `unknown tag ${quote(node.tag)}, expected a plain value` });
  if (node.anchor !== undefined && !walk.copying) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return locateScalar(node.value, offset === end ? emptyOffset : offset);
  walk.open.add(node);
  const located: LocatedNode = isMap(node)
    ? { kind: 'mapping', offset, entries: locateEntries(node.items, walk) }
    : {
        kind: 'list',
        offset,
        items: node.items.map((item) => locateNode(item, walk, offset)),
      };
  walk.open.delete(node);
  return located;
}

function locateScalar(value: unknown, offset: number): ScalarNode {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', offset, value: isPlain ? value : null };
}

function locateAlias(name: string, offset: number, walk: Walk): LocatedNode {
  const nothing: ScalarNode = { kind: 'scalar', offset, value: null };
  const target = walk.anchors.get(name);
  if (!target) {
    walk.mistakes.push({
      offset,
      message: `the alias ${quote(`*${name}`)} refers to nothing, expected an anchor ${quote(`&${name}`)} before it`,
    });
    return nothing;
  }
  if (walk.open.has(target)) {
    walk.mistakes.push({ offset, message: `the alias ${quote(`*${name}`)} stands inside what it refers to` });
    return nothing;
  }
  if (walk.copied > mostCopiedNodes) return nothing;
  const wasCopying = walk.copying;
  walk.copying = true;
  const copy = locateNode(target, walk, offset);
  walk.copying = wasCopying;
  if (walk.copied > mostCopiedNodes && !wasCopying)
    walk.mistakes.push({ offset, message: 'the aliases of this file stand for more than 10,000 values' });
  return copy;
}

function locateEntries(
  pairs: readonly { key: ParsedNode; value: ParsedNode | null }[],
  walk: Walk,
): Map<string, MappingEntry> {
  const entries = new Map<string, MappingEntry>();
  for (const { key, value } of pairs) {
    const keyOffset = key.range[0];
    const name = isScalar(key) ? key.value : undefined;
    const message = explainBadKey(name);
    if (message !== undefined) {
      walk.mistakes.push({ offset: keyOffset, message });
      continue;
    }
    const located = value
      ? locateNode(value, walk, keyOffset)
      : ({ kind: 'scalar', offset: keyOffset, value: null } as const);
    if (typeof name !== 'string') continue;
    if (entries.has(name))
      walk.mistakes.push({ offset: keyOffset, message: `the key ${quote(name)} stands here a second time` });
    else entries.set(name, { keyOffset, value: located });
  }
  return entries;
}

function explainBadKey(name: unknown): string | undefined {
  if (typeof name === 'number' || typeof name === 'boolean')
    return `the key ${shorten(String(name))} is a ${typeof name}, expected text (put it in quotes)`;
  if (typeof name !== 'string') return 'this key is no text, expected a name';
  if (name === '<<') return 'merge keys ("<<") are not read, expected the keys themselves';
  if (inheritedNames.has(name)) return `the key ${quote(name)} is reserved, expected another name`;
  return undefined;
}
