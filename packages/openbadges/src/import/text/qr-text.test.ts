import { expect, it } from 'vitest';
import { readBadge } from '../read-badge.ts';
import { largestQrText, qrText } from './qr-text.ts';

it.each([
  ['an address', new URL('https://example.org/badge/1'), 'https://example.org/badge/1'],
  ['a token', ' ey.a.b\n', 'ey.a.b'],
  ['a document', '{ "name": "Größe",\n "n": 1 }', '{"name":"Größe","n":1}'],
])('a QR code for %s holds it in its shortest form, and gives it back', (_, badge, text) => {
  expect(qrText(badge)).toBe(text);
  expect(readBadge(qrText(badge))).toMatchObject({ ok: true, documents: [{ text }] });
});

it('a badge that fills the largest code goes in, one byte more does not, and says what to do', () => {
  expect(qrText('x'.repeat(largestQrText))).toHaveLength(largestQrText);
  expect(() => qrText(`${'x'.repeat(largestQrText - 1)}ä`)).toThrowError(
    expect.objectContaining({
      code: 'qr.too-long',
      values: { bytes: '2954', limit: '2953', instead: expect.stringContaining('address') },
    }),
  );
});
