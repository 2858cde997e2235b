import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** Bounds of an artifact; what is beyond them is refused before it is read. */
export const artifactBounds = {
  /** Bytes of the zip. */
  zipBytes: 16 << 20,
  entries: 100,
  /** Bytes of the report, unpacked. */
  reportBytes: 64 << 20,
} as const;

/** Name that the action gives its report, and so the entry of the artifact. */
export const reportEntry = 'holdout-report.json';

/** Why an artifact is not used, in words for the person who reads the run. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

export type OpenedArtifact = { readonly kind: 'text'; readonly text: string } | Refused;

/** Kind of a file in the upper half of a Unix mode, where the zip says so. */
const fileTypeMask = 0o170000;
const allowedFileTypes = [0, 0o100000, 0o040000];

/** The texts of the entries that were asked for, by name; an entry that is not there has none. */
export type OpenedEntries = { readonly kind: 'texts'; readonly texts: ReadonlyMap<string, string> } | Refused;

/** The text of `reportEntry` in a zip that a stranger's run may have made, by the rules of `openEntries`. */
export async function openArtifact(zip: Uint8Array): Promise<OpenedArtifact> {
  const opened = await openEntries(zip, { [reportEntry]: artifactBounds.reportBytes });
  if (opened.kind === 'refused') return opened;
  const text = opened.texts.get(reportEntry);
  return text === undefined ? refuse(`it holds no ${reportEntry}`) : { kind: 'text', text };
}

/**
 * Texts in a zip that a stranger's run may have made. Nothing is written anywhere and no other entry is unpacked; a zip
 * that tries anything is refused as a whole: names that leave the folder, links, devices, encryption, entries longer
 * than they say, or more of anything than `artifactBounds` and `wanted` allow.
 * @param wanted by name, the bytes that an entry may have, unpacked
 */
export async function openEntries(
  zip: Uint8Array,
  wanted: Readonly<Record<string, number>>,
): Promise<OpenedEntries> {
  if (zip.length > artifactBounds.zipBytes)
    return refuse(`it has more than ${artifactBounds.zipBytes} bytes`);
  try {
    const file = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true, strictFileNames: true });
    const found = await findEntries(file, wanted);
    if (found.kind === 'refused') return found;
    const texts = new Map<string, string>();
    for (const [name, entry] of found.entries) {
      const text = await readText(file, entry);
      if (text === undefined) return refuse(`${name} is damaged`);
      texts.set(name, text);
    }
    return { kind: 'texts', texts };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function findEntries(
  file: ZipFile,
  wanted: Readonly<Record<string, number>>,
): Promise<{ readonly kind: 'found'; readonly entries: ReadonlyMap<string, Entry> } | Refused> {
  if (file.entryCount > artifactBounds.entries)
    return refuse(`it has ${file.entryCount} entries, more than ${artifactBounds.entries}`);
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    const { fileName, externalFileAttributes, uncompressedSize } = entry;
    const type = (externalFileAttributes >>> 16) & fileTypeMask;
    if (!allowedFileTypes.includes(type)) return refuse(`${JSON.stringify(fileName)} is no regular file`);
    if (entry.isEncrypted()) return refuse(`${JSON.stringify(fileName)} is encrypted`);
    const maxBytes = Object.hasOwn(wanted, fileName) ? wanted[fileName] : undefined;
    if (maxBytes === undefined) continue;
    if (entries.has(fileName)) return refuse(`it holds ${fileName} twice`);
    if (uncompressedSize > maxBytes) return refuse(`${fileName} has more than ${maxBytes} bytes`);
    entries.set(fileName, entry);
  }
  return { kind: 'found', entries };
}

/** The reader ends with an error where an entry is longer than it says, so the bounds above hold. */
async function readText(file: ZipFile, entry: Entry): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) return undefined;
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export function refuse(reason: string): Refused {
  return { kind: 'refused', reason };
}
