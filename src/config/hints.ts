/** What to do about a mistake, where the place or the value tells more than the schema. */
export function findHint(path: readonly string[], found: unknown): string | undefined {
  const place = path.join('.');
  const key = path.at(-1) ?? '';
  if (place === 'samples.columns' && found === undefined)
    return "a manifest is read by its columns: write columns: {image: …} with the one that holds the image's path";
  if (path[0] === 'checks' && found === false) return 'write off, without quotes or in them';
  if (path[0] === 'checks' && path.length === 2 && found === true) return 'write a severity';
  if ((key === 'color' || path[1] === 'ignore') && found === null)
    return 'put the colour in quotes: in YAML an unquoted # starts a comment';
  if (isPatternField(path) && typeof found === 'string') return `write {${expressionKey(key)}: '…'}`;
  return undefined;
}

function isPatternField(path: readonly string[]): boolean {
  const fields = ['subject', 'site', 'split', 'domain', 'class', 'image', 'label'];
  return path[0] === 'samples' && path.length === 2 && fields.includes(path[1] ?? '');
}

function expressionKey(field: string): string {
  return field === 'image' || field === 'label' ? 'template' : 'pattern';
}
