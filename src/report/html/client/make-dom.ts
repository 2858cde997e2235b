import type { PageElement } from '../page-element.ts';

/** The element in the document. Texts become text nodes: nothing in them is read as markup. */
export function makeDom({ name, attributes, children }: PageElement): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.map((child) => (typeof child === 'string' ? child : makeDom(child))));
  return made;
}

export function makeButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
