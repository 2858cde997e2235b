import { waiverCheck } from '../audit/waivers.ts';
import { checks } from '../checks/index.ts';
import type { Check } from '../model/check.ts';

/** What a check asks, why, and what it can be told, in Markdown; undefined where there is no check of that id. */
export function explainCheck(id: string): string | undefined {
  const all: readonly Check[] = [...Object.values(checks), waiverCheck];
  const check = all.find((one) => one.id === id);
  if (!check) return undefined;
  const options = Object.entries(check.options).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${description.replaceAll('|', '\\|')} | \`${JSON.stringify(value)}\` |`,
  );
  const table =
    options.length === 0
      ? []
      : ['| Option | Meaning | Default |\n| :-- | :-- | :-- |', ...options].join('\n');
  const text = [`**${check.summary}**`, unwrap(unlink(check.description)), table].flat().join('\n\n');
  return `<details open>\n<summary>What <code>${check.id}</code> asks</summary>\n\n${text}\n\n</details>`;
}

/** Links between the pages of the documentation lead nowhere in a comment. */
function unlink(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/gu, '$1');
}

/** In a comment, unlike in a page, every end of a line is one. */
function unwrap(markdown: string): string {
  return markdown.replaceAll(/(?<=[^\n])\n(?!\n|[-*|]|\d+\. ) */gu, ' ');
}
