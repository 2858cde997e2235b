import { parse } from 'yaml';
import { escapeCell } from './markdown.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

const begin = '<!-- inputs: begin (made by `npm run generate` from action.yml) -->';
const end = '<!-- inputs: end -->';

/**
 * The README with the tables of inputs and outputs that `action.yml` describes between its two marks.
 * @throws Error where the README lacks the marks
 */
export function fillActionTables(readme: string, actionYml: string): string {
  const start = readme.indexOf(begin);
  const stop = readme.indexOf(end);
  if (start < 0 || stop < start) throw new Error('README.md has no place for the tables of action.yml');
  const { inputs, outputs } = parse(actionYml) as Action;
  const tables = [renderInputs(inputs), renderOutputs(outputs)].join('\n\n');
  return `${readme.slice(0, start)}${begin}\n\n${tables}\n\n${readme.slice(stop)}`;
}

function renderInputs(inputs: Action['inputs']): string {
  const rows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${escapeCell(description.trim())} | ${value === undefined ? '' : `\`${value}\``} |`,
  );
  return ['| Input | Meaning | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function renderOutputs(outputs: Action['outputs']): string {
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${escapeCell(description.trim())} |`,
  );
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}
