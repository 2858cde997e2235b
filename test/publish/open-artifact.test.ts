import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { artifactBounds, openArtifact, reportEntry } from '../../src/publish/open-artifact.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

const report: ZipEntry = { name: reportEntry, content: '{"a": "ä"}' };

describe('openArtifact', () => {
  it('gives the report among other files', async () => {
    const zip = writeZip([
      { name: 'html/report.html', content: 'x' },
      report,
      { name: 'folder/', content: '', mode: 0o040755 },
    ]);
    expect(await openArtifact(zip)).toEqual({ kind: 'text', text: '{"a": "ä"}' });
  });

  it.each<[string, readonly ZipEntry[], RegExp]>([
    ['a name that leaves the folder', [report, { name: '../../home/x', content: 'x' }], /relative path/],
    ['an absolute name', [report, { name: '/etc/x', content: 'x' }], /absolute path/],
    ['a name of another system', [report, { name: '..\\x', content: 'x' }], /invalid characters/],
    ['a link', [{ ...report, mode: 0o120777 }], /no regular file/],
    [
      'a link beside the report',
      [report, { name: 'x', content: '/etc/passwd', mode: 0o120777 }],
      /no regular file/,
    ],
    ['a device', [report, { name: 'x', content: '', mode: 0o020666 }], /no regular file/],
    ['encryption', [{ ...report, isEncrypted: true }], /encrypted/],
    ['two reports', [report, report], /twice/],
    ['no report', [{ name: 'other.json', content: '{}' }], /holds no holdout-report\.json/],
    ['a report in a folder', [{ ...report, name: `x/${reportEntry}` }], /holds no holdout-report\.json/],
    ['text that is not UTF-8', [{ ...report, content: new Uint8Array([0xff, 0xfe]) }], /encod/],
  ])('refuses %s', async (_, entries, reason) => {
    const opened = await openArtifact(writeZip(entries));
    expect(opened).toMatchObject({ kind: 'refused' });
    expect(opened.kind === 'refused' ? opened.reason : '').toMatch(reason);
  });

  it('takes as many entries as are allowed, and no more', async () => {
    const many = (count: number) => [
      report,
      ...Array.from({ length: count - 1 }, (_, at) => ({ name: `x${at}`, content: '' })),
    ];
    expect(await openArtifact(writeZip(many(artifactBounds.entries)))).toMatchObject({ kind: 'text' });
    expect(await openArtifact(writeZip(many(artifactBounds.entries + 1)))).toEqual({
      kind: 'refused',
      reason: 'it has 101 entries, more than 100',
    });
  });

  it.each([
    ['that says what it is', undefined, /more than 67108864 bytes/],
    ['that says it is small', 1000, /too many bytes/],
  ])('does not unpack a bomb %s', async (_, claimedBytes, reason) => {
    const bomb = { name: reportEntry, content: new Uint8Array(artifactBounds.reportBytes + 1) };
    const zip = writeZip([{ ...bomb, ...(claimedBytes !== undefined && { claimedBytes }) }]);
    expect(zip.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    const opened = await openArtifact(zip);
    expect(opened.kind === 'refused' ? opened.reason : '').toMatch(reason);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 << 20);
  });

  it('refuses a zip that is too long', async () => {
    expect(await openArtifact(new Uint8Array(artifactBounds.zipBytes + 1))).toMatchObject({
      kind: 'refused',
      reason: 'it has more than 16777216 bytes',
    });
  });

  it('refuses what is no zip, or is broken anywhere', async () => {
    const zip = writeZip([report]);
    const broken = [
      new Uint8Array(0),
      randomBytes(0),
      Buffer.from('no zip'),
      zip.subarray(0, zip.length - 1),
      zip.subarray(10),
    ];
    for (const bytes of broken) expect(await openArtifact(bytes)).toMatchObject({ kind: 'refused' });
    for (let at = 0; at < zip.length; at++) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      // Whatever the byte, there is an answer and it is not other text.
      const opened = await openArtifact(changed);
      if (opened.kind === 'text') expect(opened.text).toBe(report.content);
    }
  });
});
