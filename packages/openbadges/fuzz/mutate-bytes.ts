import type { Dice } from './dice.ts';

type Edit = (bytes: Buffer, dice: Dice, others: readonly Uint8Array[]) => Buffer;

const longest = 512 * 1024;
/** Numbers at which lengths and counters break. */
const telling = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

/** A copy with one to six edits: bits, bytes, lengths, cuts, repeats, and pieces of other samples. */
export function mutateBytes(sample: Uint8Array, dice: Dice, others: readonly Uint8Array[]): Buffer {
  let bytes: Buffer = Buffer.from(sample);
  for (let left = 1 + dice.below(6); left > 0; left -= 1) bytes = dice.pick(edits)(bytes, dice, others);
  return bytes.subarray(0, longest);
}

const flipBit: Edit = (bytes, dice) => {
  if (bytes.length === 0) return bytes;
  const at = dice.below(bytes.length);
  bytes[at] = (bytes[at] as number) ^ (1 << dice.below(8));
  return bytes;
};

const setByte: Edit = (bytes, dice) => {
  if (bytes.length > 0)
    bytes[dice.below(bytes.length)] = dice.pick([0, 0x20, 0x22, 0x3c, 0x7f, 0x80, 0xff, dice.below(256)]);
  return bytes;
};

const setLength: Edit = (bytes, dice) => {
  const width = dice.pick([2, 4]);
  if (bytes.length < width) return bytes;
  const at = dice.below(bytes.length - width + 1);
  const value = dice.once(2) ? dice.pick(telling) : bytes.length + dice.below(9) - 4;
  const bounded = value % 2 ** (8 * width);
  if (dice.once(2)) bytes.writeUIntBE(Math.max(0, bounded), at, width);
  else bytes.writeUIntLE(Math.max(0, bounded), at, width);
  return bytes;
};

const cutOff: Edit = (bytes, dice) => bytes.subarray(0, dice.below(bytes.length + 1));

const cutOut: Edit = (bytes, dice) => {
  const [from, length] = [dice.below(bytes.length + 1), dice.below(Math.min(bytes.length, 64) + 1)];
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
};

const repeat: Edit = (bytes, dice) => {
  const from = dice.below(bytes.length + 1);
  const piece = bytes.subarray(from, from + 1 + dice.below(256));
  const times = dice.once(20) ? 1 + dice.below(1000) : 1 + dice.below(3);
  return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(times).fill(piece), bytes.subarray(from)]).subarray(
    0,
    longest,
  );
};

const insert: Edit = (bytes, dice) => {
  const at = dice.below(bytes.length + 1);
  const noise = Buffer.from(Array.from({ length: 1 + dice.below(16) }, () => dice.below(256)));
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
};

const splice: Edit = (bytes, dice, others) => {
  const other = dice.pick(others);
  const [at, from] = [dice.below(bytes.length + 1), dice.below(other.length + 1)];
  const piece = other.subarray(from, from + 1 + dice.below(other.length));
  const rest = dice.once(2) ? at : Math.min(bytes.length, at + piece.length);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(rest)]).subarray(0, longest);
};

const edits: readonly Edit[] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  setLength,
  setLength,
  cutOff,
  cutOut,
  repeat,
  insert,
  splice,
];
