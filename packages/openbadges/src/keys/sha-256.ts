/** FIPS 180-4 §4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const k = fractions(64, Math.cbrt);
/** FIPS 180-4 §5.3.3, with square roots of the first eight. */
const initial = fractions(8, Math.sqrt);

/** SHA-256 without waiting, for the short texts of identity hashes. Documents are hashed by `Cryptography`. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(initial);
  const blocks = paddedBlocks(bytes);
  const w = new Int32Array(64);
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, blocks, at, w);
  const digest = new DataView(new ArrayBuffer(32));
  for (const [i, word] of state.entries()) digest.setInt32(i * 4, word);
  return new Uint8Array(digest.buffer);
}

function compress(state: Int32Array, blocks: DataView, at: number, w: Int32Array): void {
  const word = (i: number) => w[i] as number;
  for (let i = 0; i < 16; i += 1) w[i] = blocks.getInt32(at + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const s0 = rotate(word(i - 15), 7) ^ rotate(word(i - 15), 18) ^ (word(i - 15) >>> 3);
    const s1 = rotate(word(i - 2), 17) ^ rotate(word(i - 2), 19) ^ (word(i - 2) >>> 10);
    w[i] = word(i - 16) + s0 + word(i - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (k[i] as number) + word(i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + value;
}

/** FIPS 180-4 §5.1.1: the blocks that SHA-1 and SHA-256 work on. */
export function paddedBlocks(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(blocks.length - 4, (bytes.length * 8) >>> 0);
  return view;
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

function fractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0);
}
