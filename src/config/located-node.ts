import type { Json } from '../model/json.ts';

/** A value of a config with its place in the text (UTF-16 units from the start). */
export type LocatedNode = ScalarNode | ListNode | MappingNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

export interface ListNode {
  readonly kind: 'list';
  readonly offset: number;
  readonly items: readonly LocatedNode[];
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly offset: number;
  readonly entries: ReadonlyMap<string, MappingEntry>;
}

export interface MappingEntry {
  readonly keyOffset: number;
  readonly value: LocatedNode;
}

/** The values alone, as fresh objects. */
export function toJson(node: LocatedNode): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toJson);
    case 'mapping':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, toJson(value)]));
  }
}

/** The node at a path of keys and list positions; undefined where there is none. */
export function findNode(node: LocatedNode, ...path: readonly (string | number)[]): LocatedNode | undefined {
  let found: LocatedNode | undefined = node;
  for (const step of path) found = found && findChild(found, step);
  return found;
}

/** The text at a path; undefined where there is none or something else. */
export function findText(
  node: LocatedNode,
  ...path: readonly (string | number)[]
): { readonly offset: number; readonly value: string } | undefined {
  const found = findNode(node, ...path);
  if (found?.kind !== 'scalar' || typeof found.value !== 'string') return undefined;
  return { offset: found.offset, value: found.value };
}

export function listItems(node: LocatedNode | undefined): readonly LocatedNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function listEntries(node: LocatedNode | undefined): readonly (readonly [string, MappingEntry])[] {
  return node?.kind === 'mapping' ? [...node.entries] : [];
}

/**
 * Where the key at the end of a path stands, or its value. What is not in the text (a default, a missing
 * key) is placed at the nearest key above it.
 */
export function locate(root: LocatedNode, path: readonly (string | number)[], part: 'key' | 'value'): number {
  let node = root;
  let { offset } = root;
  for (const [depth, step] of path.entries()) {
    const entry = node.kind === 'mapping' ? node.entries.get(String(step)) : undefined;
    const child = entry?.value ?? findChild(node, step);
    if (child === undefined) return offset;
    const isLast = depth === path.length - 1;
    offset = isLast && part === 'value' ? child.offset : (entry?.keyOffset ?? child.offset);
    node = child;
  }
  return offset;
}

function findChild(node: LocatedNode, step: string | number): LocatedNode | undefined {
  if (node.kind === 'mapping') return node.entries.get(String(step))?.value;
  return node.kind === 'list' ? node.items[Number(step)] : undefined;
}
