import { Slab } from './slab.ts';

/** Thrown where bytes do not hold what they should; whoever reads them takes them as absent. */
export class CodecError extends Error {
  constructor(what: string) {
    super(`not ${what}`);
    this.name = 'CodecError';
  }
}

/** How values of one type stand in bytes. What is read is within the codec's bounds, whoever wrote the bytes. */
export interface Codec<T> {
  readonly write: (to: ByteWriter, value: T) => void;
  /** @throws CodecError */
  readonly read: (from: ByteReader) => T;
}

/** Bytes that grow; numbers are little-endian. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(16_384);
  #length = 0;

  unsigned8(value: number): void {
    this.#length = this.#reserve(1).writeUInt8(value, this.#length);
  }

  unsigned32(value: number): void {
    this.#length = this.#reserve(4).writeUInt32LE(value, this.#length);
  }

  double(value: number): void {
    this.#length = this.#reserve(8).writeDoubleLE(value, this.#length);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length).set(value, this.#length);
    this.#length += value.length;
  }

  /** A copy of what was written since the last call. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): Buffer {
    if (this.#length + more > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(2 * (this.#length + more));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    return this.#bytes;
  }
}

/** Bytes from the first to the last. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  unsigned8(): number {
    return this.#bytes.readUInt8(this.#pass(1));
  }

  unsigned32(): number {
    return this.#bytes.readUInt32LE(this.#pass(4));
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.#pass(8));
  }

  /** The bytes themselves, no copy. */
  bytes(length: number): Uint8Array {
    const start = this.#pass(length);
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
  }

  text(length: number, encoding: BufferEncoding): string {
    const start = this.#pass(length);
    return this.#bytes.toString(encoding, start, start + length);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  #pass(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new CodecError(`as many as ${length} bytes`);
    this.#at += length;
    return start;
  }
}

/** Any finite number, exactly. */
export const number: Codec<number> = {
  write: (to, value) => to.double(value),
  read: (from) => requireThat(from.double(), Number.isFinite, 'a finite number'),
};

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): Codec<number> {
  const isWithin = (value: number): boolean => Number.isInteger(value) && value >= least && value <= most;
  return {
    write: (to, value) => to.double(value),
    read: (from) => requireThat(from.double(), isWithin, `a whole number from ${least} to ${most}`),
  };
}

export const boolean: Codec<boolean> = {
  write: (to, value) => to.unsigned8(value ? 1 : 0),
  read: (from) => requireThat(from.unsigned8(), (byte) => byte <= 1, 'a truth value') === 1,
};

/** As many hexadecimal digits, lower case; two a byte. */
export function hex(digits: number): Codec<string> {
  return {
    write: (to, value) => to.bytes(Buffer.from(value, 'hex')),
    read: (from) => from.text(digits / 2, 'hex'),
  };
}

/** One of up to 256 texts. */
export function oneOf<const T extends string>(choices: readonly T[]): Codec<T> {
  return {
    write: (to, value) => to.unsigned8(choices.indexOf(value)),
    read: (from) => {
      const choice = choices[from.unsigned8()];
      if (choice === undefined) throw new CodecError(`one of ${choices.join(', ')}`);
      return choice;
    },
  };
}

/** A text of a form that says how long it may be; up to 255 bytes of ASCII. */
export function textLike(pattern: RegExp): Codec<string> {
  return {
    write: (to, value) => {
      to.unsigned8(value.length);
      to.bytes(Buffer.from(value, 'latin1'));
    },
    read: (from) => {
      const text = from.text(from.unsigned8(), 'latin1');
      return requireThat(text, (one) => pattern.test(one), `a text like ${pattern.source}`);
    },
  };
}

/** A text of at most so many bytes of UTF-8. */
export function text(mostBytes: number): Codec<string> {
  return {
    write: (to, value) => {
      const bytes = Buffer.from(value);
      to.unsigned32(bytes.length);
      to.bytes(bytes);
    },
    read: (from) => from.text(readLength(from, mostBytes), 'utf8'),
  };
}

/** A list of at most `most` items. */
export function listOf<T>(item: Codec<T>, most: number): Codec<readonly T[]> {
  return {
    write: (to, items) => {
      to.unsigned32(items.length);
      for (const one of items) item.write(to, one);
    },
    read: (from) => Array.from({ length: readLength(from, most) }, () => item.read(from)),
  };
}

/** Exactly as many items. */
export function tuple<T extends readonly unknown[]>(
  ...items: { readonly [K in keyof T]: Codec<T[K]> }
): Codec<Readonly<T>> {
  return {
    write: (to, values) => items.forEach((item: Codec<unknown>, place) => item.write(to, values[place])),
    read: (from) => items.map((item: Codec<unknown>) => item.read(from)) as unknown as T,
  };
}

type NumberArray = Uint8Array | Int16Array | Uint32Array;
interface NumberArrayKind<T extends NumberArray> {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** Numbers of one kind, at most `most`, in the machine's byte order. */
export function arrayOf<T extends NumberArray>(kind: NumberArrayKind<T>, most: number): Codec<T> {
  const slab = new Slab();
  return {
    write: (to, { buffer, byteOffset, byteLength }) => {
      to.unsigned32(byteLength / kind.BYTES_PER_ELEMENT);
      to.bytes(new Uint8Array(buffer, byteOffset, byteLength));
    },
    read: (from) => {
      const length = readLength(from, most);
      const { buffer, start } = slab.keep(from.bytes(length * kind.BYTES_PER_ELEMENT));
      return new kind(buffer, start, length);
    },
  };
}

/** A field that need not be there. */
export interface Optional<T> {
  readonly optional: Codec<T>;
}

export function optional<T>(codec: Codec<T>): Optional<T> {
  return { optional: codec };
}

type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? Optional<Exclude<T[K], undefined>>
    : Codec<T[K]>;
};

/** An object with these fields, in the order that they are given in. */
export function record<T extends object>(fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [string, Codec<unknown> | Optional<unknown>][];
  // A copy of it has room for the fields from the start: an object that grows field by field takes longer and more memory.
  const blank: Record<string, unknown> = Object.fromEntries(
    entries.flatMap(([name, field]) => ('optional' in field ? [] : [[name, undefined]])),
  );
  return {
    write: (to, value) => {
      const values = value as Record<string, unknown>;
      for (const [name, field] of entries) {
        if (!('optional' in field)) field.write(to, values[name]);
        else {
          boolean.write(to, values[name] !== undefined);
          if (values[name] !== undefined) field.optional.write(to, values[name]);
        }
      }
    },
    read: (from) => {
      const values = { ...blank };
      for (const [name, field] of entries) {
        if (!('optional' in field)) values[name] = field.read(from);
        else if (boolean.read(from)) values[name] = field.optional.read(from);
      }
      return values as T;
    },
  };
}

/** The codec for values of which more holds than each part says. */
export function restrict<T>(codec: Codec<T>, what: string, holds: (value: T) => boolean): Codec<T> {
  return { write: codec.write, read: (from) => requireThat(codec.read(from), holds, what) };
}

function readLength(from: ByteReader, most: number): number {
  return requireThat(from.unsigned32(), (length) => length <= most, `at most ${most} items`);
}

function requireThat<T>(value: T, holds: (value: T) => boolean, what: string): T {
  if (holds(value)) return value;
  throw new CodecError(what);
}
