import type { Check, Fact, Message, OptionSchema } from '../../src/model/check.ts';
import { severities } from '../../src/model/severity.ts';
import { escapeCell, escapeText } from './markdown.ts';

/** What of a check its page is made from. */
export type DocumentedCheck = Omit<Check, 'run'>;

const factWords: Record<Fact, string> = {
  images: 'every image, decoded once',
  masks: 'every mask, decoded once',
  annotations: 'every annotation, read once',
  'near-duplicates': 'every image, compared with all others',
};

/** The page of a check, as Markdown. */
export function renderCheckPage(check: DocumentedCheck): string {
  const { id, summary, description, defaultSeverity, needs } = check;
  const sources = needs.map((fact) => factWords[fact]).join('; ');
  return [
    '<!-- Made by `npm run generate` from what the check says of itself: change it there. -->',
    `# ${id}`,
    escapeText(summary),
    [
      '| Default severity | Needs |',
      '| --- | --- |',
      `| ${defaultSeverity} | ${sources === '' ? 'no pixels: manifests, lists and paths are enough' : sources} |`,
    ].join('\n'),
    description.trim(),
    '## Options',
    renderOptions(check.options),
    ...renderMessages(check.messages),
    '## Change or turn off',
    `In \`holdout.yml\`, with one of ${severities.map((name) => `\`${name}\``).join(', ')}:`,
    renderYaml(`checks:\n  ${id}: ${defaultSeverity === 'warning' ? 'error' : 'warning'}`),
    ...renderOptionExample(check),
    '## Accept a finding',
    'A finding that you have looked at and can live with is named by its key, which the report shows beside it. It stays in the report and decides nothing. `reason` is required; without `until` it holds for good.',
    renderYaml(
      `accept:\n  - check: ${id}\n    key: '…'\n    reason: 'why this is acceptable'\n    until: 2030-12-31`,
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function renderOptions(options: DocumentedCheck['options']): string {
  const rows = Object.entries(options).map(
    ([name, option]) =>
      `| \`${name}\` | ${escapeCell(option.description)} | ${escapeCell(option.unit)} | ${option.default} | ${describeRange(option)} |`,
  );
  if (rows.length === 0) return 'None.';
  return ['| Option | Meaning | Unit | Default | Range |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function describeRange(option: OptionSchema): string {
  if (option.type === 'boolean') return '`true` or `false`';
  const numbers = option.type === 'integer' ? 'whole numbers' : 'numbers';
  return option.maximum === undefined
    ? `${numbers} of at least ${option.minimum}`
    : `${numbers} from ${option.minimum} to ${option.maximum}`;
}

function renderMessages(messages: DocumentedCheck['messages']): string[] {
  const entries = Object.entries(messages);
  const findings = entries.filter(([, { fix }]) => fix !== undefined);
  const results = entries.filter(([, { fix }]) => fix === undefined);
  return [
    '## Findings',
    ...(findings.length === 0 ? ['None: this check only measures.'] : findings.map(renderMessage)),
    ...(results.length === 0 ? [] : ['## Results', ...results.map(renderMessage)]),
  ];
}

function renderMessage([id, { text, fix }]: [string, Message]): string {
  const lines = [`**\`${id}\`**: ${escapeText(text)}`];
  if (fix !== undefined) lines.push(`What to do: ${escapeText(fix)}`);
  return lines.join('\n\n');
}

function renderOptionExample({ id, defaultSeverity, options }: DocumentedCheck): string[] {
  const [first] = Object.entries(options);
  if (first === undefined) return [];
  const [name, option] = first;
  return [
    'Options stand beside the severity:',
    renderYaml(`checks:\n  ${id}: [${defaultSeverity}, { ${name}: ${option.default} }]`),
  ];
}

function renderYaml(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}
