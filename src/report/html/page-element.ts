/**
 * An element of the page before it is written: the server writes it as text, the page's script makes it with the DOM.
 * Names are the program's own; attributes and texts may hold anything.
 */
export interface PageElement {
  readonly name:
    | 'a'
    | 'button'
    | 'code'
    | 'dd'
    | 'details'
    | 'div'
    | 'dl'
    | 'dt'
    | 'li'
    | 'p'
    | 'strong'
    | 'summary'
    | 'td'
    | 'th'
    | 'tr'
    | 'ul';
  readonly attributes: Readonly<Partial<Record<AttributeName, string>>>;
  readonly children: readonly (PageElement | string)[];
}

type AttributeName = 'aria-label' | 'class' | 'data-subject' | 'href' | 'id' | 'scope' | 'tabindex' | 'type';

export function element(
  name: PageElement['name'],
  attributes: PageElement['attributes'],
  ...children: readonly (PageElement | string | undefined)[]
): PageElement {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}
