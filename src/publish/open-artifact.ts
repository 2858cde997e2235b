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

/**
 * The text of `reportEntry` in a zip that a stranger's run may have made. Nothing is written anywhere and no other
 * entry is unpacked; a zip that tries anything is refused as a whole: names that leave the folder, links, devices,
 * encryption, entries longer than they say, or more of anything than `artifactBounds` allows.
 */
export async function openArtifact(zip: Uint8Array): Promise<OpenedArtifact> {
  if (zip.length > artifactBounds.zipBytes)
    return refuse(`it has more than ${artifactBounds.zipBytes} bytes`);
  try {
    const file = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true, strictFileNames: true });
    const found = await findReport(file);
    return found.kind === 'refused' ? found : await readText(file, found.entry);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function findReport(
  file: ZipFile,
): Promise<{ readonly kind: 'found'; readonly entry: Entry } | Refused> {
  if (file.entryCount > artifactBounds.entries)
    return refuse(`it has ${file.entryCount} entries, more than ${artifactBounds.entries}`);
  let report: Entry | undefined;
  for await (const entry of file.eachEntry()) {
    const { fileName, externalFileAttributes, uncompressedSize } = entry;
    const type = (externalFileAttributes >>> 16) & fileTypeMask;
    if (!allowedFileTypes.includes(type)) return refuse(`${JSON.stringify(fileName)} is no regular file`);
    if (entry.isEncrypted()) return refuse(`${JSON.stringify(fileName)} is encrypted`);
    if (fileName !== reportEntry) continue;
    if (report) return refuse(`it holds ${reportEntry} twice`);
    if (uncompressedSize > artifactBounds.reportBytes)
      return refuse(`${reportEntry} has more than ${artifactBounds.reportBytes} bytes`);
    report = entry;
  }
  return report ? { kind: 'found', entry: report } : refuse(`it holds no ${reportEntry}`);
}

/** The reader ends with an error where an entry is longer than it says, so the bound above holds. */
async function readText(file: ZipFile, entry: Entry): Promise<OpenedArtifact> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) return refuse(`${reportEntry} is damaged`);
  return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

export function refuse(reason: string): Refused {
  return { kind: 'refused', reason };
}
