import { gzipSync } from 'node:zlib';
import { encodeBase64url } from '../../src/keys/base64url.ts';
import { nodeCompression } from '../../src/node.ts';
import { plainCompression } from '../../src/status/compression.ts';
import {
  decodeStatusList,
  encodeStatusList,
  readStatus,
  statusBits,
  writeStatus,
} from '../../src/status/status-bits.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { isBadgeFault } from '../is-badge-fault.ts';
import { mutateBytes } from '../mutate-bytes.ts';

const bits = statusBits();
for (let index = 0; index < 500; index += 1) writeStatus(bits, (index * 7919) % 131_072, true);
const compressed = [
  gzipSync(bits),
  gzipSync(bits, { level: 1 }),
  gzipSync(Buffer.alloc(0)),
  gzipSync(Buffer.alloc(256 * 1024)),
  Buffer.concat([gzipSync(Buffer.from('a')), gzipSync(bits)]),
];
const lists = [encodeStatusList(bits), ...compressed.map((each) => `u${encodeBase64url(each)}`)].map((list) =>
  Buffer.from(list),
);

/** Status lists, by what is compressed and by the letters around it; both decompressors must come to the same. */
export const bitstring: FuzzTarget = {
  name: 'bitstring',
  make: (dice) =>
    dice.once(3)
      ? mutateBytes(dice.pick(lists), dice, lists)
      : Buffer.from(`u${encodeBase64url(mutateBytes(dice.pick(compressed), dice, compressed))}`),
  feed(input) {
    const list = new TextDecoder().decode(input);
    const fast = decoded(list, nodeCompression);
    const plain = decoded(list, plainCompression);
    if (fast && plain && !Buffer.from(fast).equals(Buffer.from(plain))) throw new Error('two answers for one list');
    for (const index of [0, 131_071, 131_072, -1, 1.5, 2 ** 40]) {
      try {
        if (fast) readStatus(fast, index, 1 + (input.length % 8));
      } catch (error) {
        if (!isBadgeFault(error)) throw error;
      }
    }
    return fast?.length;
  },
};

function decoded(list: string, compression: Pick<typeof plainCompression, 'gunzip'>): Uint8Array | undefined {
  try {
    return decodeStatusList(list, compression);
  } catch (error) {
    if (isBadgeFault(error)) return undefined;
    throw error;
  }
}
