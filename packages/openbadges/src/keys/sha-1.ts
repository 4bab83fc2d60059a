import { paddedBlocks } from './sha-256.ts';

/** SHA-1 (FIPS 180-4 §6.1.2), only to compare the identity hashes of the oldest badges. Nothing is ever issued with it. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const blocks = paddedBlocks(bytes);
  const words = new Int32Array(80);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let i = 0; i < 80; i += 1) {
      words[i] = i < 16 ? blocks.getInt32(at + i * 4) : rotated(mixed(words, i), 1);
    }
    addBlock(state, words);
  }
  const digest = new DataView(new ArrayBuffer(20));
  for (const [i, word] of state.entries()) digest.setInt32(i * 4, word);
  return new Uint8Array(digest.buffer);
}

function addBlock(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i += 1) {
    const [chosen, constant] = round(i, b, c, d);
    const next = (rotated(a, 5) + chosen + e + constant + (words[i] as number)) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  for (const [i, word] of [a, b, c, d, e].entries()) state[i] = (state[i] as number) + word;
}

/** FIPS 180-4 §4.1.1, §4.2.1. */
function round(i: number, b: number, c: number, d: number): [chosen: number, constant: number] {
  if (i < 20) return [(b & c) ^ (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) ^ (b & d) ^ (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function mixed(words: Int32Array, i: number): number {
  const at = (back: number) => words[i - back] as number;
  return at(3) ^ at(8) ^ at(14) ^ at(16);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
