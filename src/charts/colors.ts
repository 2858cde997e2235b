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
