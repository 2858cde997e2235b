/**
 * Words that people put before the number of a subject in a file's name. A single letter is none: the `p23` of
 * `report-p23-fig1.png` is a page as often as a patient.
 */
const words = 'patient|pat|subject|subj|sub|case|animal|mouse|rat|pig|plant';
const convention = new RegExp(`(?:^|[/_. -])(${words})[_ -]?(\\d{1,8})(?=$|[/_. -])`, 'iu');

/**
 * The subject that a path's folders or name suggest, such as `patient 7` of `scans/Patient_007/x.png`: weak evidence,
 * since nobody declared it. Undefined where they suggest none.
 */
export function readNamedSubject(path: string): string | undefined {
  const match = convention.exec(path);
  if (!match) return undefined;
  const [, word = '', digits = ''] = match;
  return `${word.toLowerCase()} ${digits.replace(/^0+(?=\d)/u, '')}`;
}
