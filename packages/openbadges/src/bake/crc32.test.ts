import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32 } from './crc32.ts';

it('is the checksum of the PNG specification', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
});

it('is that of gzip for any length and place', () => {
  const bytes = randomBytes(4096);

  for (let length = 0; length < 70; length += 1) {
    const [start, end] = [length * 3, length * 4];
    const stored = gzipSync(bytes.subarray(start, end)).readUInt32LE(gzipSync(bytes.subarray(start, end)).length - 8);
    expect(crc32(bytes, start, end)).toBe(stored);
  }
});
