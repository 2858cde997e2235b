import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from './fixtures/abdomen-report.ts';
import { arbitraryText, buildHostileReport } from './fixtures/hostile-report.ts';

function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** The suite's element, after a strict parser has read the whole. */
function parse(report: Report): XmlElement {
  const { root } = parseXml(renderJunit(report));
  const [suite] = root ? childrenOf(root) : [];
  if (!suite) throw new Error('no test suite');
  return suite;
}

describe('renderJunit', () => {
  const checks = [
    buildCheck({
      id: 'leakage/subject',
      summary: '1 subject leaks',
      status: 'failed',
      severity: 'error',
      findings: [
        buildFinding({
          key: 'a',
          message: 'Subject <a> leaks',
          fix: 'Move it',
          location: { file: 'm.csv', line: 7 },
        }),
      ],
      findingsTotal: 3,
    }),
    buildCheck({ id: 'subjects/count', summary: '4 subjects', status: 'failed', severity: 'warning' }),
    buildCheck({ id: 'labels/values', summary: 'no masks', status: 'skipped' }),
    buildCheck({ id: 'labels/shapes', summary: 'crashed', status: 'errored' }),
    buildCheck({ id: 'images/readable', summary: 'all readable' }),
  ];
  const suite = parse({ ...buildAbdomenReport(), checks });

  it('counts tests, failures, errors and skipped checks', () => {
    expect(suite.attributes).toEqual({
      name: 'abdomen-ultrasound',
      tests: '5',
      failures: '1',
      errors: '1',
      skipped: '1',
    });
  });

  it('tells failures from what fails below error severity', () => {
    const outcomes = childrenOf(suite).map((test) => [
      `${test.attributes['classname']}/${test.attributes['name']}`,
      ...childrenOf(test).map(({ name }) => name),
    ]);
    expect(outcomes).toEqual([
      ['leakage/subject', 'failure'],
      ['subjects/count', 'system-out'],
      ['labels/values', 'skipped'],
      ['labels/shapes', 'error'],
      ['images/readable', 'system-out'],
    ]);
  });

  it('names the findings with their places, and counts the others', () => {
    expect(childrenOf(suite)[0]?.text.trim()).toBe('m.csv:7\n  Subject <a> leaks\n  Move it\n… 2 more');
  });

  it('is well-formed XML whatever the texts', () => {
    const check = (texts: readonly string[]) => {
      const report = buildHostileReport(texts);
      const tests = childrenOf(parse(report));
      expect(tests.length).toBe(report.checks.length);
      for (const test of tests)
        for (const outcome of childrenOf(test))
          expect(outcome.children.every((child) => child instanceof XmlText)).toBe(true);
    };
    check(buildHostileReport().checks.map(({ id }) => id));
    check(['\ufffe', '\uffff \ufdd0', '\u{1fffe}']);
    fc.assert(fc.property(fc.array(arbitraryText(), { minLength: 1, maxLength: 6 }), check), { numRuns: 50 });
  });
});
