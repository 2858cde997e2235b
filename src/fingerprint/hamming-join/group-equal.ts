import { hashBits, type Hashes } from './hashes.ts';
import { bandAt, countValues, recordLength, sortByBand, type Records } from './records.ts';

/** Hashes sorted into groups of equal ones. */
export interface EqualGroups {
  /** Every index once: by hash, as an unsigned number, and those of equal hashes ascending. */
  readonly order: Uint32Array;
  /** Group `g` is `order` from `starts[g]` up to `starts[g + 1]`; there is one start more than groups. */
  readonly starts: Uint32Array;
}

/** Bits of a hash that one pass sorts by: 2,048 places that are written to stay in the processor's caches. */
const digitBits = 11;

/** Groups equal hashes by a radix sort: time and memory (32 bytes a hash) grow with their number alone. */
export function groupEqual(hashes: Hashes): EqualGroups {
  const records = sortRecords(toRecords(hashes));
  const count = hashes.high.length;
  const order = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  let groups = 0;
  for (let place = 0, at = 0; place < count; place++, at += recordLength) {
    order[place] = records[at + 2] ?? 0;
    const isEqual =
      place > 0 &&
      records[at] === records[at - recordLength] &&
      records[at + 1] === records[at + 1 - recordLength];
    if (!isEqual) starts[groups++] = place;
  }
  starts[groups] = count;
  return { order, starts: starts.slice(0, groups + 1) };
}

function toRecords({ high, low }: Hashes): Records {
  const records = new Int32Array(recordLength * high.length);
  for (let index = 0, at = 0; index < high.length; index++, at += recordLength) {
    records[at] = high[index] ?? 0;
    records[at + 1] = low[index] ?? 0;
    records[at + 2] = index;
  }
  return records;
}

/** Sorts by the last bits first; what is given is overwritten. */
function sortRecords(given: Records): Records {
  const counts = new Uint32Array(2 ** digitBits);
  let records = given;
  let target = new Int32Array(records.length);
  for (let end = hashBits; end > 0; end -= digitBits) {
    const bit = Math.max(0, end - digitBits);
    const band = bandAt(bit, end - bit);
    countValues(records, 0, records.length, band, counts, 0);
    sortByBand(records, 0, records.length, band, counts, 0, target);
    [records, target] = [target, records];
  }
  return records;
}
