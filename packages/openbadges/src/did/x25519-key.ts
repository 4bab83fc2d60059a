import { BadgeError } from '../model/badge-error.ts';

const p = 2n ** 255n - 19n;

/**
 * The X25519 key that belongs to an Ed25519 key: u = (1 + y) / (1 − y) modulo 2^255 − 19 (RFC 7748 §4.1).
 *
 * Both are 32 bytes, lowest first. Throws `key.invalid` for bytes that are no point of the curve.
 */
export function x25519Key(ed25519: Uint8Array): Uint8Array {
  const y = littleEndian(ed25519) & (2n ** 255n - 1n);
  if (ed25519.length !== 32 || y >= p || y === 1n || !isOnCurve(y))
    throw new BadgeError('key.invalid', { form: 'point' });
  let u = ((1n + y) * power(modulo(1n - y), p - 2n)) % p;
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(u & 255n);
    u >>= 8n;
    return byte;
  });
}

/** RFC 8032 §5.1.3: x² = (y² − 1) / (dy² + 1) has a root. */
function isOnCurve(y: bigint): boolean {
  const d = modulo(-121_665n * power(121_666n, p - 2n));
  const square = modulo((y * y - 1n) * power(modulo(d * y * y + 1n), p - 2n));
  return square === 0n || power(square, (p - 1n) / 2n) === 1n;
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) value = (value << 8n) | BigInt(bytes[at] as number);
  return value;
}

function modulo(value: bigint): bigint {
  return ((value % p) + p) % p;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % p;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}
