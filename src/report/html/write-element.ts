import { fillHtml, Markup } from '../markup.ts';
import type { PageElement } from './page-element.ts';

/** The element as markup, with its texts and attributes escaped. */
export function writeElement({ name, attributes, children }: PageElement): Markup {
  const tag = new Markup(name);
  const written = Object.entries(attributes).map(
    ([attribute, value]) => fillHtml` ${new Markup(attribute)}="${value}"`,
  );
  const inside = children.map((child) =>
    typeof child === 'string' ? fillHtml`${child}` : writeElement(child),
  );
  return fillHtml`<${tag}${written}>${inside}</${tag}>`;
}
