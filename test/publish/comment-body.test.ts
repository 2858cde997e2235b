import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxCommentBytes } from '../../src/model/forge.ts';
import { renderComment } from '../../src/publish/comment-body.ts';
import { readMarker } from '../../src/publish/comment-marker.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';
import { findUnbalancedTags } from '../report/fixtures/balanced-tags.ts';
import { arbitraryReport, buildHostileReport } from '../report/fixtures/hostile-report.ts';

const run = { name: 'holdout', headSha: 'a'.repeat(40), runId: 12, attempt: 1 };
const source = { run, runUrl: 'https://github.com/clinic/scans/actions/runs/12' };

describe('renderComment', () => {
  it('holds the marker, the report, and the commit that it speaks of', () => {
    const body = renderComment(buildAbdomenReport(), source, maxCommentBytes);
    expect(readMarker(body)).toEqual(run);
    expect(body).toContain('\n## ❌ Unsupported: abdomen-ultrasound\n');
    expect(body).toMatch(
      new RegExp(`\\n<sub>Audit of ${run.headSha} · <a href="[^"]+">run</a></sub>\\n$`, 'u'),
    );
  });

  it('shows the sheet of samples where one was published, its address escaped', () => {
    const imageAddress = (name: string) => (name === 'sheet.png' ? 'https://x/a"b?raw=true&c' : undefined);
    const body = renderComment(buildAbdomenReport(), { ...source, imageAddress }, maxCommentBytes);
    expect(body).toMatch(/<summary>Samples with their labels<\/summary>\n\n<a href="https:\/\/x\/a&#34;b/u);
    expect(findUnbalancedTags(body)).toEqual([]);
    const without = renderComment(
      buildAbdomenReport(),
      { ...source, imageAddress: () => undefined },
      maxCommentBytes,
    );
    expect(without).toBe(renderComment(buildAbdomenReport(), source, maxCommentBytes));
  });

  it.each([5000, 20_000, maxCommentBytes])('keeps within %i bytes whatever a report holds', (maxBytes) => {
    const body = renderComment(buildHostileReport(), source, maxBytes);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
    expect(findUnbalancedTags(body)).toEqual([]);
  });

  it('lets no report write a marker or end what hides it', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const body = renderComment(report, source, maxCommentBytes);
        expect(readMarker(body)).toEqual(run);
        expect(body.match(/<!--|-->/gu)).toEqual(['<!--', '-->']);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
