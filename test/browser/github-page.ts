import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Browser, Page } from 'playwright-core';

export interface GithubPage {
  readonly page: Page;
  /** Why a Mermaid block was not drawn, each with its text. */
  readonly mermaidErrors: readonly string[];
  /** What the page said of errors, and the addresses that it asked for. */
  readonly complaints: readonly string[];
}

/**
 * Shows Markdown in a browser much as GitHub does: its rules for Markdown, its drawing of Mermaid blocks, and a style
 * like its own.
 */
export async function openAsOnGithub(
  browser: Browser,
  markdown: string,
  { isDark = false }: { readonly isDark?: boolean } = {},
): Promise<GithubPage> {
  const page = await browser.newPage({
    viewport: { width: 920, height: 900 },
    colorScheme: isDark ? 'dark' : 'light',
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    complaints.push(`request: ${route.request().url()}`);
    await route.abort();
  });
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style><main>${body}</main>`);
  await page.addScriptTag({ content: mermaidScript() });
  const mermaidErrors = await page.evaluate<string[]>(`(${drawMermaid})('${isDark ? 'dark' : 'default'}')`);
  return { page, mermaidErrors, complaints };
}

function mermaidScript(): string {
  return readFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'utf8');
}

/** Runs in the page, where other types hold than here. */
const drawMermaid = `async (theme) => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme });
  const errors = [];
  for (const [index, block] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    try {
      const { svg } = await mermaid.render('drawn-' + index, block.textContent);
      const place = document.createElement('div');
      place.className = 'mermaid';
      place.innerHTML = svg;
      block.parentElement.replaceWith(place);
    } catch (error) {
      errors.push(String(error) + '\\n' + block.textContent);
    }
  }
  return errors;
}`;

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --page: #fff; --line: #d1d9e0; --stripe: #f6f8fa; --faint: #59636e; --code: #818b981f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f6fc; --page: #0d1117; --line: #3d444d; --stripe: #151b23; --faint: #9198a1; --code: #656c7633; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 'DejaVu Sans', sans-serif; }
main { max-width: 830px; margin: 0 auto; padding: 24px; }
h1, h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid var(--line); margin: 24px 0 16px; line-height: 1.25; }
p, ul, table, details { margin: 0 0 16px; }
ul { padding-left: 2em; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
th { font-weight: 600; }
tr:nth-child(2n) { background: var(--stripe); }
code { font: 85% 'DejaVu Sans Mono', monospace; padding: .2em .4em; background: var(--code); border-radius: 6px; }
sub { font-size: 75%; vertical-align: baseline; color: var(--faint); }
details summary { cursor: pointer; }
.mermaid { margin-bottom: 16px; text-align: center; }
img { max-width: 100%; }
`;
