import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/inventory/decode-text.ts';

const utf16le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('bild,größe'), 'bild,größe'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffbild,größe'), 'bild,größe'],
    ['UTF-16 LE', utf16le('bild,größe'), 'bild,größe'],
    ['UTF-16 BE', utf16le('bild,größe').swap16(), 'bild,größe'],
    ['Latin-1', Buffer.from('bild,größe', 'latin1'), 'bild,größe'],
    ['Windows-1252', Buffer.from([0x80, 0x92, 0x9f, 0x41, 0xe4, 0x81]), '€’ŸAä\u0081'],
    ['nothing', Buffer.from(''), ''],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('makes every line end a line feed', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n\r\r\n'))).toBe('a\nb\nc\n\n\n');
  });

  it('reads the part of a buffer that it is handed', () => {
    expect(decodeText(Buffer.from('xx\xe4yy', 'latin1').subarray(2, 4))).toBe('äy');
  });
});
