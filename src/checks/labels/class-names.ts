import { defineCheck, type RawFinding } from '../../model/check.ts';
import { groupBy, sortedUnique } from '../../model/order.ts';

export const classNames = defineCheck({
  id: 'labels/class-names',
  summary: 'Are the names of two classes one name, spelt in two ways?',
  description: `Where a manifest says \`regular\` in one row and \`Regular\` in another, a program that makes classes of
the names makes two. Compared are the classes of rows and those that the config declares; names are one where they agree
in letters and numbers once case, spaces, \`-\` and \`_\` are left out, and compatibility characters are taken as what they
stand for (Unicode NFKC). Names of other wording are not compared.

Coverage counts names of classes.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    spelling: {
      text: 'the classes {names} differ only in case or spaces: {rows|sample|samples} in all',
      fix: 'Give them one name in every row, or, if they are two classes, names that tell them apart.',
    },
    clean: { text: '{names|class name|class names}, no two of one spelling' },
    found: { text: '{alike} of {names|class name|class names} spelt in more than one way' },
    'no-classes': { text: 'there is no sample, or no class is declared or named in a manifest' },
  },
  run({ samples, labels }) {
    const declared = labels.classes.map(({ name }) => name);
    const names = sortedUnique([...declared, ...samples.flatMap(({ classes }) => classes)]);
    if (names.length === 0 || samples.length === 0) return { skipped: { messageId: 'no-classes', data: {} } };
    const groups = [...groupBy(names, foldName)].filter(([, members]) => members.length > 1);
    const findings = groups.map(([key, members]): RawFinding => {
      const holding = samples.filter(({ classes }) => classes.some((name) => members.includes(name)));
      const location = holding.find((sample) => sample.location)?.location;
      return {
        key,
        messageId: 'spelling',
        data: { names: members.map((name) => JSON.stringify(name)), rows: holding.length },
        samples: holding.map(({ id }) => id),
        ...(location && { location }),
        evidence: {
          names: members.map((name) => ({
            name,
            samples: holding.filter(({ classes }) => classes.includes(name)).length,
            isDeclared: declared.includes(name),
          })),
        },
      };
    });
    const counts = { names: names.length, alike: groups.reduce((sum, [, { length }]) => sum + length, 0) };
    return {
      coverage: { evaluated: names.length, unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

/** Undefined where a name has nothing but spaces and dashes. */
function foldName(name: string): string | undefined {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]+/gu, '') || undefined
  );
}
