import { DatasetError } from '../model/errors.ts';
import { quoteName } from './nearest-name.ts';

/**
 * `path` seen from `folder` ('' is the dataset's directory), without `.`, `..` and empty parts; undefined
 * when it leaves the dataset's directory on the way.
 */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/**
 * A path of the config in the form that listed files have.
 * @throws DatasetError when it leaves the dataset's directory.
 */
export function cleanConfiguredPath(path: string, option: string): string {
  const clean = isAbsolutePath(path) ? undefined : joinPath('', path.replaceAll('\\', '/'));
  if (clean !== undefined) return clean;
  throw new DatasetError(`${option} is ${quoteName(path)}, which lies outside the dataset's directory.`, {
    hint: 'Give a path inside the dataset, relative to its directory.',
  });
}

/** Whether the path is one of some machine: `/mnt/x`, `C:\x`, `\\server\x`, `file:///x`, `s3://x`. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/]|file:|[a-z][a-z0-9+.-]*:\/\/)/i.test(path);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Whether `path` lies in `folder` or below; everything lies in ''. */
export function isUnder(path: string, folder: string): boolean {
  return folder === '' || (path.startsWith(folder) && path[folder.length] === '/');
}

/** `path` relative to `folder` where it lies there, otherwise as it is. */
export function relativeTo(path: string, folder: string): string {
  return folder !== '' && isUnder(path, folder) ? path.slice(folder.length + 1) : path;
}
