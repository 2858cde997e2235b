import { createHash } from 'node:crypto';

/**
 * What the page may do: run its one script, wear its one style and show the pictures in it. It loads nothing and sends
 * nothing, and no text can be made markup in it, not even by its own script (`trusted-types`).
 */
export function writePolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${nameHash(script)}`,
    `style-src ${nameHash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function nameHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
