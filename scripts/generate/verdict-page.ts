import { neededEvidence, verdictRules, type VerdictRule } from '../../src/audit/verdict-rules.ts';
import { stopSentences } from '../../src/audit/when-to-stop.ts';
import { escapeCell, escapeText } from './markdown.ts';

/** The page of the verdict, as Markdown: every rule with what lifts it and why it is there. */
export function renderVerdictPage(): string {
  return [
    '<!-- Made by `npm run generate` from src/audit/verdict-rules.ts and src/audit/when-to-stop.ts: change it there. -->',
    '# The verdict',
    'Can this dataset support the task? Every report begins with one of three answers:',
    [
      '- **supported**: nothing that was checked speaks against it, and what has to be known is known;',
      '- **limited**: it can, within what the reasons say; a score means no more than they allow;',
      '- **unsupported**: a model trained on it as it stands cannot be shown to work.',
    ].join('\n'),
    'The gravest reason decides. Reasons stand in the order of their weight, which is that of this page, and each says what would lift it. Words in `{}` are filled from what the check found; `{count}` is the number of findings, `{all}` of what could be judged.',
    [
      'Beside the rules:',
      '',
      '- A finding at severity `error` that no rule is about limits. Warnings and notes without a rule do not count.',
      '- A check that crashed limits: what it asks is not known.',
      '- A finding that the config accepts decides nothing; the report lists it.',
      '- Thresholds are options of the checks; the rules speak of what the checks found with them.',
      '- A p-value decides nothing here: a check that computes one finds something only where the effect is large enough, too.',
    ].join('\n'),
    '## Unsupported',
    renderRules(verdictRules.filter(({ level }) => level === 'unsupported')),
    '## Limited',
    renderRules(verdictRules.filter(({ level }) => level === 'limited')),
    '## No evidence never supports',
    'A dataset is not supported where one of these checks has no answer, because it is off or found nothing to judge, and no other reason says so already.',
    renderTable(
      ['Check', 'Reason', 'What lifts it', 'Why'],
      neededEvidence.map(({ check, text, lift, why }) => [
        linkCheck(check),
        describeText(text),
        describeText(lift),
        why,
      ]),
    ),
    '## When to stop',
    'Tuning a model on a dataset has an end, and the report says where it is:',
    renderTable(
      ['Where', 'When to stop'],
      [
        ['The dataset is unsupported', describeText(stopSentences.unsupported)],
        ['The test split has two subjects or more', describeText(stopSentences.measured)],
        ['It has fewer', describeText(stopSentences.unmeasured)],
      ],
    ),
    'The deviation between subjects is the option `betweenSubjectDeviation` of [subjects/count](checks/subjects/count.md). The interval is that of one mean; two models that are compared on the same subjects can be told apart sooner where they fail on the same ones.',
  ]
    .join('\n\n')
    .concat('\n');
}

function renderRules(rules: readonly VerdictRule[]): string {
  return rules.map(renderRule).join('\n\n');
}

function renderRule({ check, messageIds, minShare, one, many, lift, liftMany, why }: VerdictRule): string {
  const names = messageIds.map((id) => `\`${id}\``).join(', ');
  const share = minShare === undefined ? '' : `, in ${100 * minShare} % or more`;
  return [
    `**${linkCheck(check)}: ${names}${share}**\n`,
    `- Reason: ${describeCases(one, many)}`,
    `- What lifts it: ${describeCases(lift, liftMany)}`,
    `- Why: ${why}`,
  ].join('\n');
}

function linkCheck(id: string): string {
  return `[${id}](checks/${id}.md)`;
}

function describeCases(one: string, many: string | undefined): string {
  return many === undefined ? describeText(one) : `${describeText(one)} Several: ${describeText(many)}`;
}

/** A text as the audit fills it, with what it is filled with in braces: `{masks|mask|masks}` as `{masks} masks`. */
function describeText(text: string): string {
  return escapeText(
    text
      .replaceAll(/\{(\w+)\|[^{}|]*\|([^{}|]*)\}/g, '{$1} $2')
      .replaceAll(/\{\w+:[^{}|]*\|([^{}|]*)\}/g, '$1')
      .replaceAll(/\{(\w+)%\}/g, '{$1}'),
  );
}

function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`),
  ].join('\n');
}
