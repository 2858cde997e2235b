import { findText } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { findNearestName } from './nearest-name.ts';
import { longestExpression } from './schema-samples.ts';
import { quote } from './show-text.ts';

const placeholders = ['dir', 'stem', 'name', 'ext', 'path'];

/** Templates whose placeholders are unknown, not closed, or absent. */
export function findBadTemplates(root: LocatedNode): Mistake[] {
  return ['image', 'label'].flatMap((field) => {
    const template = findText(root, 'samples', field, 'template');
    if (template === undefined || template.value === '' || template.value.length > longestExpression)
      return [];
    const message = explainTemplate(template.value);
    return message === undefined ? [] : [{ offset: template.offset, message }];
  });
}

function explainTemplate(template: string): string | undefined {
  const known = placeholders.map((name) => `{${name}}`).join(', ');
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, '')))
    return `the template ${quote(template)} has a brace without its partner, expected ${known}`;
  if (names.length === 0)
    return `the template ${quote(template)} has no placeholder, so that all images would share one file, expected ${known}`;
  const unknown = names.find((name) => !placeholders.includes(name));
  if (unknown === undefined) return undefined;
  const nearest = findNearestName(unknown, placeholders);
  const ending =
    nearest === undefined ? `, expected one of ${known}` : `, did you mean ${quote(`{${nearest}}`)}?`;
  return `unknown placeholder ${quote(`{${unknown}}`)}${ending}`;
}
