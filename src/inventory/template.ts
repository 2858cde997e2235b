import { extensionOf } from './image-extensions.ts';
import { folderOf } from './relative-path.ts';

/**
 * Fills a template with the parts of a path: `{path}` the whole, `{dir}` its folder, `{name}` the file name,
 * `{stem}` the name without extension, `{ext}` the extension. `{stem}{ext}` and `{stem}.{ext}` mean the
 * same, and `{dir}/` is nothing for a path without folder.
 */
export function fillTemplate(template: string, path: string): string {
  const directory = folderOf(path);
  const name = path.slice(directory === '' ? path.lastIndexOf('/') + 1 : directory.length + 1);
  const extension = extensionOf(name);
  const parts: Readonly<Record<string, string>> = {
    '{path}': path,
    '{dir}': directory,
    '{dir}/': directory === '' ? '' : `${directory}/`,
    '{name}': name,
    '{stem}': extension === '' ? name : name.slice(0, -extension.length),
    '{ext}': extension,
    '.{ext}': extension,
  };
  return template.replace(/\{dir\}\/?|\.?\{ext\}|\{(?:path|name|stem)\}/g, (part) => parts[part] ?? part);
}
