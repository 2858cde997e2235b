import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../src/model/order.ts';
import { readManifest, type PackageManifest } from './package-manifest.ts';

interface Notice extends PackageManifest {
  /** The texts of the package that speak of its licence. */
  readonly texts: readonly string[];
}

const licenseFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;
const rule = '='.repeat(80);

const introduction = `The programs in this folder contain the software listed below, each under its own licence.

The folders sharp-libvips-linux-x64 and sharp-wasm32 contain libvips and libraries that it uses, some of
them, libvips among them, under the GNU Lesser General Public License, version 3 or later. They stand in
files of their own, which may be replaced by other builds of the same libraries. NOTICE, beside the folder
of this file, says where their source is. The folder drawing contains resvg, under the Mozilla Public
License, version 2.0; NOTICE says where its source is, too. The texts of the GNU LGPL 3, of the GNU GPL 3,
which it refers to, and of the MPL 2.0 end this file.`;

/** Licences whose texts end the file: a package need not bring them. */
const textAtEnd = new Set(['MPL-2.0']);

/**
 * The licences of everything that `dist/` holds of others.
 * @param root the repository, absolute
 * @param folders the packages' folders relative to `root`
 * @throws Error for a package that brings neither a licence nor a README that tells it
 */
export async function renderThirdPartyNotices(root: string, folders: readonly string[]): Promise<string> {
  const notices = await Promise.all(folders.map((folder) => readNotice(join(root, folder))));
  const sections = notices
    .map((notice) => ({ title: `${notice.name} ${notice.version}`, ...notice }))
    .sort((a, b) => compareText(a.title, b.title))
    .map(({ title, license, texts }) => [`${title} (${license})`, ...texts].join('\n\n'));
  const texts = await Promise.all(
    ['LGPL-3.0.txt', 'GPL-3.0.txt', 'MPL-2.0.txt'].map((name) =>
      readText(new URL(`license-texts/${name}`, import.meta.url)),
    ),
  );
  return `${[introduction, ...sections, ...texts].join(`\n\n${rule}\n\n`)}\n`;
}

async function readNotice(folder: string): Promise<Notice> {
  const manifest = await readManifest(folder);
  const names = (await readdir(folder)).sort(compareText);
  // The packages with libvips list the libraries in it, and their licences, in the README.
  const isLibrary = manifest.license.includes('LGPL');
  const files = names.filter((name) => licenseFile.test(name) || (isLibrary && name === 'README.md'));
  if (files.length === 0 && !textAtEnd.has(manifest.license))
    throw new Error(`${manifest.name} has no licence text`);
  return { ...manifest, texts: await Promise.all(files.map((name) => readText(join(folder, name)))) };
}

async function readText(path: string | URL): Promise<string> {
  const text = await readFile(path, 'utf8');
  return text
    .replaceAll('\r', '')
    .replaceAll(/[ \t]+$/gmu, '')
    .trim();
}
