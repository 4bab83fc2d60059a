import { BadgeError } from '../model/badge-error.ts';

interface Curve {
  bytes: number;
  p: bigint;
  a: bigint;
  b: bigint;
}

/** SEC 2 §2.4.1, §2.4.2, §2.5.1, §2.6.1: y² = x³ + ax + b over p; all four primes are 3 modulo 4. */
const curves: Record<'P-256' | 'P-384' | 'P-521' | 'secp256k1', Curve> = {
  'P-256': curve(
    32,
    2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    -3n,
    0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  ),
  'P-384': curve(
    48,
    2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    -3n,
    0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  ),
  'P-521': curve(
    66,
    2n ** 521n - 1n,
    -3n,
    0x0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  ),
  secp256k1: curve(32, 2n ** 256n - 2n ** 32n - 977n, 0n, 7n),
};

/** SEC 1 §2.3.3, compressed: 02 or 03 by the parity of y, then x. */
export function compressPoint(x: Uint8Array, y: Uint8Array): Uint8Array {
  return Uint8Array.from([2 + ((y[y.length - 1] ?? 0) & 1), ...x]);
}

/** SEC 1 §2.3.4. Throws `key.invalid` when the bytes are not a point of the curve. */
export function decompressPoint(name: keyof typeof curves, point: Uint8Array): { x: Uint8Array; y: Uint8Array } {
  const { bytes, p, a, b } = curves[name];
  const parity = point[0];
  if (point.length !== bytes + 1 || (parity !== 2 && parity !== 3))
    throw new BadgeError('key.invalid', { form: 'point' });
  const x = toInteger(point.subarray(1));
  const square = mod(x * x * x + a * x + b, p);
  const root = power(square, (p + 1n) / 4n, p);
  if (x >= p || (root * root) % p !== square) throw new BadgeError('key.invalid', { form: 'point' });
  const y = Number(root & 1n) === parity - 2 ? root : p - root;
  return { x: point.slice(1), y: toBytes(y, bytes) };
}

function curve(bytes: number, p: bigint, a: bigint, b: bigint): Curve {
  return { bytes, p, a, b };
}

function mod(value: bigint, p: bigint): bigint {
  return ((value % p) + p) % p;
}

function power(base: bigint, exponent: bigint, p: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

function toInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function toBytes(value: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i -= 1, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}
