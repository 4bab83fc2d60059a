import { BadgeError } from '../model/badge-error.ts';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digits = Array.from(alphabet);
/** The digit of a character code; 255 for what is none. */
const digitOf = new Uint8Array(128).fill(255);
for (const [digit, character] of digits.entries()) digitOf[character.charCodeAt(0)] = digit;
/** The work grows with the square of the length; no key, hash or signature is longer. */
const longest = 1024;
/** Five digits at a time, against sixteen bits: every product stays below 2^53. */
const group = 5;
const powers = [1, 58, 58 ** 2, 58 ** 3, 58 ** 4, 58 ** 5];
const radix = 58 ** group;

/** Bitcoin base58, five digits at a time so that the inner loop stays short. */
export function encodeBase58(bytes: Uint8Array): string {
  const zeros = leadingZeros(bytes);
  const limbs = new Float64Array(Math.ceil((bytes.length * 8) / 29) + 1);
  let used = 0;
  // An odd first byte goes alone; then sixteen bits at a time.
  let at = zeros;
  if ((bytes.length - zeros) % 2 === 1) used = shiftIn(limbs, used, 256, bytes[at++] as number);
  for (; at < bytes.length; at += 2) {
    used = shiftIn(limbs, used, 65_536, ((bytes[at] as number) << 8) | (bytes[at + 1] as number));
  }
  let text = '';
  for (let i = 0; i < used; i += 1) text = fiveDigits(limbs[i] as number, i === used - 1) + text;
  return zeros === 0 ? text : '1'.repeat(zeros) + text;
}

/** Throws `encoding.invalid` for a character outside the alphabet or an unreasonable length. */
export function decodeBase58(text: string): Uint8Array {
  if (text.length > longest) throw invalid();
  const limbs = new Float64Array(Math.ceil((text.length * 5.86) / 16) + 1);
  let used = 0;
  for (let at = 0; at < text.length; at += group) {
    const end = Math.min(at + group, text.length);
    let value = 0;
    for (let i = at; i < end; i += 1) {
      const digit = digitOf[text.charCodeAt(i)] ?? 255;
      if (digit === 255) throw invalid();
      value = value * 58 + digit;
    }
    used = shiftInBits(limbs, used, powers[end - at] as number, value);
  }
  return bytesOf(limbs, used, text);
}

/** `limbs` × `scale` + `carry`, in base 58^5, lowest limb first. */
function shiftIn(limbs: Float64Array, used: number, scale: number, carry: number): number {
  let rest = carry;
  for (let i = 0; i < used; i += 1) {
    const value = (limbs[i] as number) * scale + rest;
    rest = Math.floor(value / radix);
    limbs[i] = value - rest * radix;
  }
  if (rest > 0) limbs[used] = rest;
  return rest > 0 ? used + 1 : used;
}

/** The same in base 2^16. */
function shiftInBits(limbs: Float64Array, used: number, scale: number, carry: number): number {
  let count = used;
  let rest = carry;
  for (let i = 0; i < count; i += 1) {
    const value = (limbs[i] as number) * scale + rest;
    rest = Math.floor(value / 65_536);
    limbs[i] = value - rest * 65_536;
  }
  for (; rest > 0; rest = Math.floor(rest / 65_536)) limbs[count++] = rest % 65_536;
  return count;
}

function bytesOf(limbs: Float64Array, used: number, text: string): Uint8Array {
  let zeros = 0;
  while (text.charCodeAt(zeros) === 0x31) zeros += 1;
  const isOdd = used > 0 && (limbs[used - 1] as number) < 256;
  const bytes = new Uint8Array(zeros + used * 2 - (isOdd ? 1 : 0));
  let at = zeros;
  for (let i = used - 1; i >= 0; i -= 1) {
    const limb = limbs[i] as number;
    if (i < used - 1 || !isOdd) bytes[at++] = limb >> 8;
    bytes[at++] = limb & 255;
  }
  return bytes;
}

/** The highest limb is written without its leading zeros. */
function fiveDigits(limb: number, isFirst: boolean): string {
  let rest = limb;
  let text = '';
  for (let i = 0; i < group && !(isFirst && rest === 0); i += 1) {
    const next = Math.floor(rest / 58);
    text = digits[rest - next * 58] + text;
    rest = next;
  }
  return text;
}

function leadingZeros(bytes: Uint8Array): number {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1;
  return zeros;
}

function invalid(): BadgeError {
  return new BadgeError('encoding.invalid', { encoding: 'base58btc' });
}
