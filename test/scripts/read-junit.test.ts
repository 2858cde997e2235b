import { expect, it } from 'vitest';
import { readJunit } from '../../scripts/test/read-junit.ts';
import { addTallies } from '../../scripts/test/tally.ts';

const report = (cases: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest">${cases}</testsuite></testsuites>`;

it('counts what pytest wrote', () => {
  const tally = readJunit(
    report(`
<testcase classname="tests.test_run" name="test_a" time="0.1" />
<testcase classname="tests.test_run" name="test_b[1]"><failure message="no">text</failure></testcase>
<testcase classname="tests.test_run" name="test_c"><error message="set-up">text</error></testcase>
<testcase classname="tests.test_run" name="test_d"><skipped type="pytest.skip" message="there is a GPU" /></testcase>`),
  );
  expect(tally).toEqual({
    passed: 1,
    failed: 2,
    skipped: [{ name: 'baseline › tests.test_run › test_d', reason: 'there is a GPU' }],
  });
});

it('takes a report without a test for none', () => {
  expect(() => readJunit(report(''))).toThrow('the report names no test');
});

it('adds tallies', () => {
  const skipped = [{ name: 'x', reason: 'y' }];
  expect(addTallies({ passed: 1, failed: 0, skipped }, { passed: 2, failed: 3, skipped })).toEqual({
    passed: 3,
    failed: 3,
    skipped: [...skipped, ...skipped],
  });
});
