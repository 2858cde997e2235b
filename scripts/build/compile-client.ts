import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const folder = 'src/report/html';

/**
 * Bundles the script of the HTML report, which browsers run.
 * @param root the repository, absolute
 * @returns the source of `client-script.ts`, which holds the script
 */
export async function compileClient(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/client/main.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome110', 'firefox110', 'safari16'],
    minify: true,
    // The page says its own encoding, but what is hashed is best plain.
    charset: 'ascii',
    logLevel: 'warning',
  });
  const [script] = outputFiles;
  if (!script) throw new Error('the script of the HTML report was not built');
  const text = script.text.trim();
  if (/<\/script|<!--|##\[/iu.test(text))
    throw new Error('the script of the HTML report would end its element');
  const path = join(root, folder, 'client-script.ts');
  return format(renderModule(text), { ...(await resolveConfig(path)), parser: 'typescript' });
}

function renderModule(script: string): string {
  const lines = script.match(/.{1,96}/gsu) ?? [];
  return [
    '// Made from client/main.ts by scripts/build/compile-client.ts.',
    '',
    '/** The script of the page. */',
    'export const clientScript = [',
    ...lines.map((line) => `${JSON.stringify(line)},`),
    `].join('');`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await writeFile(join(root, folder, 'client-script.ts'), await compileClient(root));
}
