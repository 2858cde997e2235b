import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { listKinds, summarizeChange } from '../../src/report/change-words.ts';
import { renderChange as renderHtmlChange } from '../../src/report/html/change.ts';
import { serializeReport } from '../../src/report/json.ts';
import { renderChange, renderPolicy } from '../../src/report/markdown-change.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderPretty } from '../../src/report/pretty.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';
import { buildAbdomenChange, buildChangedReport } from './fixtures/abdomen-change.ts';

const report = buildChangedReport();
const change = buildAbdomenChange();

describe('summarizeChange', () => {
  it('says the gravest first', () => {
    expect(summarizeChange(report)).toBe(
      'Since d09f691: 1 subject moved from train to test; new: 1 error; fixed: 1 warning; 1 sample added, 1 relabelled, 1 given another subject, 1 moved; the policy would change.',
    );
  });

  it('says that no sample has changed, and why nothing is known', () => {
    const nothing = { items: [], total: 0 };
    const same = {
      baseSha: change.baseSha ?? '',
      notes: [],
      samples: {
        added: nothing,
        removed: nothing,
        renamed: nothing,
        replaced: nothing,
        relabelled: nothing,
        reassigned: nothing,
        moved: nothing,
        movedSubjects: nothing,
        trainToTest: 0,
      },
    };
    expect(summarizeChange(buildChangedReport(same))).toBe(
      'Since d09f691: no sample, label, subject or split has changed.',
    );
    expect(summarizeChange(buildChangedReport({ notes: ['It is new.'] }))).toBe('It is new.');
    expect(summarizeChange(buildAbdomenReport())).toBeUndefined();
  });
});

describe('listKinds', () => {
  it('tells of each sample what has become of it', () => {
    const samples = change.samples ?? expect.fail();
    const relabelled = [
      { sample: 'a', before: 'cat', after: 'no label' },
      { sample: 'b', pixels: [], maskPixels: { before: 4, after: 4 } },
      { sample: 'c' },
      { sample: 'd', pixels: [{ name: 'liver', before: 1, after: 4 }], maskPixels: { before: 4, after: 16 } },
    ];
    const kinds = listKinds({ ...samples, relabelled: { items: relabelled, total: 4 } });
    expect(kinds.find(({ word }) => word === 'relabelled')?.lines).toEqual([
      'a: cat → no label',
      'b: other pixels, as many of each class',
      'c: another label',
      'd: liver 25.0 % (1 → 4 pixels)',
    ]);
    expect(kinds.find(({ word }) => word === 'given another subject')?.lines).toEqual([
      'images/real/b_001.jpg: b → c',
    ]);
    expect(kinds.find(({ word }) => word === 'added')?.lines).toEqual(['images/real/h_099.jpg (train)']);
    expect(kinds.find(({ word }) => word === 'moved')?.lines).toEqual([
      'images/real/a_001.jpg: train → test',
    ]);
  });
});

it('is within the schema of a report', () => {
  const validate = new Ajv({ strict: true }).compile(reportSchema);
  expect(validate(JSON.parse(serializeReport(report))) || validate.errors).toBe(true);
});

describe('in Markdown, what changed', () => {
  it('is a section of its own below the line at the top', () => {
    const text = renderMarkdown(report);
    expect(text.indexOf('**Since d09f691')).toBeLessThan(text.indexOf('- '));
    expect(text).toContain(renderChange(report, 20).text);
    expect(text).toContain(renderPolicy(report, 20).text);
    expect(text).toContain('### The dataset now\n\n| Samples |');
    expect(renderMarkdown(buildAbdomenReport())).not.toMatch(/changed since|### Policy|dataset now/u);
  });

  it('names moved subjects, counts, new and fixed findings, samples', () => {
    const { text } = renderChange(report, 20);
    expect(text).toContain('- <code>a</code> train → test ⚠️ trained on before, tested on now');
    expect(text).toContain('| in train | 1,090 | **1,081** |');
    expect(text).toContain('| verdict | Limited | **Unsupported** |');
    expect(text).toContain('| subjects | 41 | **42** |');
    expect(text).toContain('**Findings:** new 1 error · fixed 1 warning · unchanged 6 warnings');
    expect(text).toContain('- **new error** <code>leakage/subject</code>');
    expect(text).toContain('<summary>1 finding fixed</summary>');
    expect(text).toContain('liver 18.2 % → 17.9 % (4,090 → 4,027 pixels)');
  });

  it('lists no more than it is told to, and counts the rest', () => {
    const items = Array.from({ length: 9 }, (_, index) => ({
      subject: `p${index}`,
      before: ['train'],
      after: ['val'],
    }));
    const samples = { ...(change.samples ?? expect.fail()), movedSubjects: { items, total: 30 } };
    const { text } = renderChange(buildChangedReport({ ...change, samples }), 2);
    expect(text).toContain('<code>p1</code>');
    expect(text).not.toContain('<code>p2</code>');
    expect(text).toContain('… and 28 more.');
  });

  it('shows what the policy would change', () => {
    const { text } = renderPolicy(report, 20);
    expect(text).toContain(
      '| <code>checks.leakage/subject</code> | <em>default</em> | <code>warning</code> |',
    );
    expect(text).toContain('**Limited**, and 1 finding would have another severity.');
    expect(text).toContain('- error → warning <code>leakage/subject</code> subject a leaks');
  });
});

it('is told in a terminal', () => {
  const lines = renderPretty(report, { color: false, width: 100 }).split('\n');
  expect(lines).toContain('    ✖ subject a: train → test');
  expect(lines.join(' ').replace(/\s+/gu, ' ')).toContain('in train 1,090 → 1,081');
  expect(renderPretty(buildAbdomenReport(), { color: false, width: 100 })).not.toContain('What changed');
});

it('is a part of the page', () => {
  const { text } = renderHtmlChange(report);
  expect(text).toContain('<h2 id="change">What changed since <code>d09f691</code></h2>');
  expect(text).toContain('<td>train → test <span class="pill error">train to test</span></td>');
  expect(renderHtmlChange(buildAbdomenReport()).text).toBe('');
});

it('is the state of results in SARIF', () => {
  const { runs } = JSON.parse(renderSarif(report, {})) as {
    runs: { results: { ruleId: string; baselineState?: string }[] }[];
  };
  const states =
    runs[0]?.results.map(({ ruleId, baselineState }) => `${ruleId} ${baselineState ?? ''}`) ?? [];
  expect(states.filter((state) => state.endsWith(' new'))).toEqual(['leakage/subject new']);
  expect(states).toContain('leakage/subject unchanged');
  expect(renderSarif(buildAbdomenReport(), {})).not.toContain('baselineState');
});
