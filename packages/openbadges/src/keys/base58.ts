import { BadgeError } from '../model/badge-error.ts';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digitOf = new Map([...alphabet].map((character, digit) => [character, digit]));
const limb58 = 58 ** 5;
/** The work grows with the square of the length; no key, hash or signature is longer. */
const longest = 1024;

/** Bitcoin base58, five digits at a time so that the inner loop stays short. */
export function encodeBase58(bytes: Uint8Array): string {
  const limbs: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < limbs.length; i += 1) {
      carry += (limbs[i] as number) * 256;
      limbs[i] = carry % limb58;
      carry = Math.floor(carry / limb58);
    }
    if (carry > 0) limbs.push(carry);
  }
  return '1'.repeat(leadingZeros(bytes)) + limbs.reverse().map(digits).join('').replace(/^1+/, '');
}

/** Throws `encoding.invalid` for a character outside the alphabet or an unreasonable length. */
export function decodeBase58(text: string): Uint8Array {
  if (text.length > longest) throw new BadgeError('encoding.invalid', { encoding: 'base58btc' });
  const limbs: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    let carry = 0;
    for (const character of group) carry = carry * 58 + digit(character);
    const scale = 58 ** group.length;
    for (let i = 0; i < limbs.length; i += 1) {
      carry += (limbs[i] as number) * scale;
      limbs[i] = carry % 65536;
      carry = Math.floor(carry / 65536);
    }
    for (; carry > 0; carry = Math.floor(carry / 65536)) limbs.push(carry % 65536);
  }
  const bytes = limbs.reverse().flatMap((limb) => [limb >> 8, limb & 255]);
  const significant = bytes.findIndex((byte) => byte !== 0);
  const zeros = text.length - text.replace(/^1+/, '').length;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...(significant < 0 ? [] : bytes.slice(significant))]);
}

function digits(limb: number): string {
  let rest = limb;
  let text = '';
  for (let i = 0; i < 5; i += 1) {
    text = alphabet[rest % 58] + text;
    rest = Math.floor(rest / 58);
  }
  return text;
}

function digit(character: string): number {
  const value = digitOf.get(character);
  if (value === undefined) throw new BadgeError('encoding.invalid', { encoding: 'base58btc' });
  return value;
}

function leadingZeros(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length : first;
}
