import { deflateSync } from 'node:zlib';
import { bakePng } from '../../src/bake/bake-png.ts';
import { crc32 } from '../../src/bake/crc32.ts';
import { unbakePng } from '../../src/bake/unbake-png.ts';
import { readBadge } from '../../src/import/read-badge.ts';
import type { Dice } from '../dice.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { badgeToken, official, signedBadge } from '../samples.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

function chunk(type: string, content: Buffer): Buffer {
  const whole = Buffer.alloc(content.length + 12);
  whole.writeUInt32BE(content.length);
  whole.write(type, 4);
  content.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole, 4, whole.length - 4), whole.length - 4);
  return whole;
}

function withChunk(content: Buffer): Buffer {
  return Buffer.concat([pixel.subarray(0, 33), content, pixel.subarray(33)]);
}

const json = JSON.stringify(signedBadge);
const samples: Uint8Array[] = [
  pixel,
  bakePng(pixel, json),
  bakePng(bakePng(pixel, badgeToken), json, { format: 'clrcredential' }),
  withChunk(chunk('tEXt', Buffer.from('openbadges\0https://example.org/1'))),
  withChunk(chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), deflateSync(json)]))),
  withChunk(chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\x01\0en\0x\0'), deflateSync(json)]))),
  ...official(/\.png$/),
];

/** Pictures. Half of them get right checksums again, so that what lies behind the checksum is reached. */
export const png: FuzzTarget = {
  name: 'png',
  make: (dice) => {
    const bytes = mutateBytes(dice.pick(samples), dice, samples);
    return dice.once(2) ? withRightSums(bytes, dice) : bytes;
  },
  feed(input) {
    const unbaked = unbakePng(input);
    readBadge(input);
    const baked = bakePng(input, json, { keepOthers: true });
    const again = unbakePng(baked);
    if (!again.ok || !again.texts.includes(json)) throw new Error('what was baked is not found again');
    return unbaked;
  },
};

function withRightSums(bytes: Buffer, dice: Dice): Buffer {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    if (!dice.once(20)) bytes.writeUInt32BE(crc32(bytes, at + 4, end - 4), end - 4);
    at = end;
  }
  return bytes;
}
