import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webCryptography } from '../../keys/web-cryptography.ts';
import { nodeCryptography } from '../../node.ts';
import { hmacSha256 } from './hmac-sha-256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('HMAC with SHA-256', () => {
  // RFC 4231 §4.2, §4.3.
  it.each([
    [new Uint8Array(20).fill(0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    [
      Buffer.from('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ])('is that of the standard', async (key, message, expected) => {
    const bytes = new TextEncoder().encode(message);

    expect(hex(await hmacSha256(key, nodeCryptography)(bytes))).toBe(expected);
    expect(hex(await hmacSha256(key, webCryptography)(bytes))).toBe(expected);
  });

  it('is that of Node for any key of up to 64 bytes and any message', async () => {
    const key = fc.uint8Array({ maxLength: 64 });

    await fc.assert(
      fc.asyncProperty(key, fc.uint8Array({ maxLength: 200 }), async (secret, message) => {
        const expected = createHmac('sha256', secret).update(message).digest('hex');
        expect(hex(await hmacSha256(secret, nodeCryptography)(message))).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});
