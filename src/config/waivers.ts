import { findNode, findText, listItems } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { quote } from './show-text.ts';

/** Dates of `accept` that are written well and are no day of the calendar, such as 2027-02-30. */
export function findImpossibleDates(root: LocatedNode): Mistake[] {
  return listItems(findNode(root, 'accept')).flatMap((waiver) => {
    const until = findText(waiver, 'until');
    if (until === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(until.value) || isCalendarDate(until.value))
      return [];
    return [{ offset: until.offset, message: `${quote(until.value)} is no day of the calendar` }];
  });
}

function isCalendarDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
