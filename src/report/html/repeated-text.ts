/**
 * Texts that repeat themselves in few characters (LZ77 of Ziv and Lempel, 1977, doi.org/10.1109/TIT.1977.1055714): what
 * stood before is written as its length and how far back it is. Written here, since the output of `node:zlib` depends on
 * the processor, and a report does not.
 */

/** Begins what stood before; a `~` of the text is written twice. */
const mark = '~';
/** Digits that stand in JSON as they are, and never are `mark`. */
const digits = Array.from({ length: 90 }, (_, index) => String.fromCharCode(index + 0x24))
  .filter((digit) => !['<', '\\', mark, '&'].includes(digit))
  .join('');
const base = digits.length;
const minLength = 6;
const maxLength = minLength + base - 1;
const maxDistance = base ** 3 - 1;
/** Earlier places that are looked at; more finds longer repeats, and takes longer. */
const maxTries = 24;

export function shortenRepeats(text: string): string {
  const places = new LatestPlaces(text);
  const parts: string[] = [];
  let [written, index] = [0, 0];
  while (index < text.length) {
    const { length, distance } = places.findLongest(index);
    const isRepeat = length >= minLength;
    const end = index + (isRepeat ? length : 1);
    if (isRepeat) {
      parts.push(writeNew(text.slice(written, index)));
      parts.push(mark, digits.charAt(length - minLength), writeDistance(distance));
      written = end;
    }
    while (index < end) places.add(index++);
  }
  parts.push(writeNew(text.slice(written)));
  return parts.join('');
}

export function expandRepeats(shortened: string): string {
  let codes = new Uint16Array(4 * shortened.length);
  let count = 0;
  const markCode = mark.charCodeAt(0);
  for (let index = 0; index < shortened.length; index++) {
    if (count + maxLength > codes.length) codes = enlarge(codes);
    const code = shortened.charCodeAt(index);
    if (code !== markCode || shortened.charCodeAt(index + 1) === markCode) {
      codes[count++] = code;
      if (code === markCode) index++;
      continue;
    }
    const length = digits.indexOf(shortened.charAt(index + 1)) + minLength;
    const start = count - readDistance(shortened.slice(index + 2, index + 5));
    codes.copyWithin(count, start, start + length);
    count += length;
    index += 4;
  }
  return readCodes(codes.subarray(0, count));
}

function enlarge(codes: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(2 * codes.length + maxLength);
  larger.set(codes);
  return larger;
}

/** Piece by piece, since a function takes a bounded number of arguments. */
function readCodes(codes: Uint16Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < codes.length; start += 8192)
    pieces.push(String.fromCharCode(...codes.subarray(start, start + 8192)));
  return pieces.join('');
}

function writeNew(text: string): string {
  return text.replaceAll(mark, mark + mark);
}

function writeDistance(distance: number): string {
  return [Math.floor(distance / base ** 2), Math.floor(distance / base) % base, distance % base]
    .map((digit) => digits.charAt(digit))
    .join('');
}

function readDistance(written: string): number {
  return Array.from(written).reduce((sum, digit) => sum * base + digits.indexOf(digit), 0);
}

/** Of a run's hash: with fewer, most places within `maxDistance` that share a hash would be of other runs. */
const hashBits = 18;

/** Where each run of `minLength` code units stood, the latest place first. */
class LatestPlaces {
  readonly #text: string;
  readonly #latest = new Int32Array(2 ** hashBits).fill(-1);
  readonly #before: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#before = new Int32Array(text.length);
  }

  add(index: number): void {
    if (index + minLength > this.#text.length) return;
    const hash = this.#hash(index);
    this.#before[index] = this.#latest[hash] ?? -1;
    this.#latest[hash] = index;
  }

  /** The longest run from `index` on that stood before, and wholly before; the latest of equals. */
  findLongest(index: number): { readonly length: number; readonly distance: number } {
    const text = this.#text;
    const before = this.#before;
    let [longest, distance] = [0, 0];
    let place = index + minLength > text.length ? -1 : (this.#latest[this.#hash(index)] ?? -1);
    for (let tries = 0; tries < maxTries && place >= 0 && index - place <= maxDistance; tries++) {
      const most = Math.min(maxLength, index - place, text.length - index);
      let length = 0;
      // Else it is no longer than the longest so far.
      if (text.charCodeAt(place + longest) === text.charCodeAt(index + longest))
        while (length < most && text.charCodeAt(place + length) === text.charCodeAt(index + length)) length++;
      if (length > longest) [longest, distance] = [length, index - place];
      if (length === maxLength) break;
      place = before[place] ?? -1;
    }
    return { length: longest, distance };
  }

  #hash(index: number): number {
    let hash = 0;
    for (let at = index; at < index + minLength; at++)
      hash = Math.imul(hash ^ this.#text.charCodeAt(at), 0x9e3779b1);
    return hash >>> (32 - hashBits);
  }
}
