/**
 * One colour has one meaning through a whole report. The colours are those of Okabe and Ito
 * (jfly.uni-koeln.de/color), which people of all kinds of colour vision tell apart, in middle tones that stand out
 * from a white and from a dark page.
 */
const meanings: Readonly<Record<string, string>> = {
  train: '#0072b2',
  val: '#56b4e9',
  test: '#e69f00',
  labelled: '#0072b2',
  unlabelled: '#999999',
  leak: '#d55e00',
};

/** What has no meaning of its own gets these in turn. */
const others = ['#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#0072b2', '#d55e00', '#999999'] as const;

const words: Readonly<Record<string, string>> = {
  '#0072b2': 'blue',
  '#56b4e9': 'light blue',
  '#e69f00': 'orange',
  '#999999': 'grey',
  '#d55e00': 'red',
  '#009e73': 'green',
  '#cc79a7': 'pink',
};

/** What a person calls a colour of `colorNames`. */
export function nameColor(color: string): string {
  return words[color] ?? color;
}

/** A colour `steps` times on its way to white, for what has the same meaning elsewhere. */
export function lighten(color: string, steps: number): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * 0.55 ** steps);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The ink of the page: black on white, white on black. */
export const ink = 'currentColor';
export const leakColor = '#d55e00';
export const barColor = '#0072b2';

/** A colour for each name, in order. */
export function colorNames(names: readonly string[]): string[] {
  const used = new Set(names.map((name) => meanings[name]));
  const free = [...others.filter((color) => !used.has(color)), ...others];
  let next = 0;
  return names.map((name) => {
    const own = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
    return own ?? free[next++ % free.length] ?? ink;
  });
}
