import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { SkippedTest, Tally } from './tally.ts';

/** The tally of a JUnit report as pytest writes it. @throws Error for what is no such report */
export function readJunit(text: string): Tally {
  const cases = findElements(parseXml(text).root, 'testcase');
  const skipped: SkippedTest[] = [];
  let [passed, failed] = [0, 0];
  for (const test of cases) {
    const { classname = '', name = '' } = test.attributes;
    const skip = findElements(test, 'skipped')[0];
    if (findElements(test, 'failure').length + findElements(test, 'error').length > 0) failed++;
    else if (skip)
      skipped.push({ name: `baseline › ${classname} › ${name}`, reason: skip.attributes['message'] ?? '' });
    else passed++;
  }
  if (cases.length === 0) throw new Error('the report names no test');
  return { passed, failed, skipped };
}

function findElements(element: XmlElement | null, name: string): XmlElement[] {
  const children = element?.children.filter((child) => child instanceof XmlElement) ?? [];
  return children.flatMap((child) => (child.name === name ? [child] : findElements(child, name)));
}
