/** RFC 1321 §3.4: shifts of the four rounds, and the integer parts of 2³²·|sin(i + 1)|. */
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/** MD5, only to compare the identity hashes of old badges. Nothing is ever issued with it. */
export function md5(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes);
  let [a, b, c, d] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < blocks.byteLength; at += 64) {
    const before = [a, b, c, d] as const;
    for (let i = 0; i < 64; i += 1) {
      const [mixed, index] = round(i, b, c, d);
      const sum = (a + mixed + (sines[i] as number) + blocks.getInt32(at + index * 4, true)) | 0;
      const shift = shifts[(i >> 4) * 4 + (i % 4)] as number;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    [a, b, c, d] = [(a + before[0]) | 0, (b + before[1]) | 0, (c + before[2]) | 0, (d + before[3]) | 0];
  }
  const digest = new DataView(new ArrayBuffer(16));
  for (const [i, word] of [a, b, c, d].entries()) digest.setInt32(i * 4, word, true);
  return new Uint8Array(digest.buffer);
}

function round(i: number, b: number, c: number, d: number): [mixed: number, index: number] {
  if (i < 16) return [(b & c) | (~b & d), i];
  if (i < 32) return [(d & b) | (~d & c), (5 * i + 1) % 16];
  if (i < 48) return [b ^ c ^ d, (3 * i + 5) % 16];
  return [c ^ (b | ~d), (7 * i) % 16];
}

function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, (bytes.length * 8) >>> 0, true);
  view.setUint32(blocks.length - 4, Math.floor((bytes.length * 8) / 2 ** 32), true);
  return view;
}
