import { followPath } from '../model/follow-path.ts';
import { ForgeError } from '../model/forge.ts';

/** The text there; empty where there is none, such as the name of an account that is gone. */
export function readText(value: unknown, ...path: readonly string[]): string {
  const found = followPath(value, path);
  return typeof found === 'string' ? found : '';
}

/** @throws ForgeError where there is none */
export function readNumber(value: unknown, ...path: readonly string[]): number {
  const found = followPath(value, path);
  if (typeof found === 'number') return found;
  throw new ForgeError('refused', `GitHub's answer has no ${path.join('.')}`);
}

/** @throws ForgeError where it is none */
export function readArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ForgeError('refused', "GitHub's answer is no list");
}
