import assert from 'node:assert/strict';
import { decode } from '../../server/src/workspace/decode.ts';

describe('decode', () => {
  it('reads UTF-8 and takes the mark off', () => {
    assert.deepEqual(decode(Buffer.from('\ufeffTitel ü 😀\n')), { text: 'Titel ü 😀\n', encoding: 'utf-8' });
  });

  it('keeps NUL bytes and all line ends', () => {
    assert.equal(decode(Buffer.from('a\0b\r\nc\rd\n')).text, 'a\0b\r\nc\rd\n');
  });

  it('reads invalid UTF-8 byte for byte', () => {
    assert.deepEqual(decode(Uint8Array.of(0x66, 0xfc, 0x72, 0x80)), { text: 'für\u0080', encoding: 'latin-1' });
  });

  it('reads a long note of Latin-1', () => {
    const bytes = new Uint8Array(100_001).fill(0xe9);
    assert.equal(decode(bytes).text, 'é'.repeat(100_001));
  });

  it('reads UTF-16 by its mark', () => {
    const little = Buffer.from('\ufeffTitel ü', 'utf16le');
    assert.deepEqual(decode(little), { text: 'Titel ü', encoding: 'utf-16le' });
    assert.deepEqual(decode(Buffer.from(little).swap16()), { text: 'Titel ü', encoding: 'utf-16be' });
  });

  it('reads nothing', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8' });
  });
});
