import type { WrittenGlyph } from './write-glyph.ts';

export type Metric = WrittenGlyph & { advance: number };

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function loca(glyphs: Metric[]): Buffer {
  const table = Buffer.alloc((glyphs.length + 1) * 4);
  let offset = 0;
  for (const [index, glyph] of glyphs.entries()) {
    table.writeUInt32BE(offset, index * 4);
    offset += glyph.bytes.length;
  }
  table.writeUInt32BE(offset, glyphs.length * 4);
  return table;
}

function hmtx(glyphs: Metric[]): Buffer {
  const table = Buffer.alloc(glyphs.length * 4);
  for (const [index, glyph] of glyphs.entries()) {
    table.writeUInt16BE(glyph.advance, index * 4);
    table.writeInt16BE(glyph.xMin, index * 4 + 2);
  }
  return table;
}

function head(original: Uint8Array, glyphs: Metric[]): Buffer {
  const table = Buffer.from(original);
  table.writeUInt32BE(0, 8);
  table.writeInt16BE(Math.min(...glyphs.map((glyph) => glyph.xMin)), 36);
  table.writeInt16BE(Math.min(...glyphs.map((glyph) => glyph.yMin)), 38);
  table.writeInt16BE(Math.max(...glyphs.map((glyph) => glyph.xMax)), 40);
  table.writeInt16BE(Math.max(...glyphs.map((glyph) => glyph.yMax)), 42);
  table.writeInt16BE(1, 50);
  return table;
}

function hhea(original: Uint8Array, glyphs: Metric[]): Buffer {
  const table = Buffer.from(original);
  table.writeUInt16BE(Math.max(...glyphs.map((glyph) => glyph.advance)), 10);
  table.writeUInt16BE(glyphs.length, 34);
  return table;
}

function maxp(original: Uint8Array, glyphs: Metric[]): Buffer {
  const table = Buffer.from(original);
  table.writeUInt16BE(Math.max(...glyphs.map((glyph) => glyph.points)), 6);
  table.writeUInt16BE(Math.max(...glyphs.map((glyph) => glyph.contours)), 8);
  for (const composite of [10, 12, 28, 30]) table.writeUInt16BE(0, composite);
  return table;
}

function tablesOf(originals: Map<string, Uint8Array>, glyphs: Metric[]): [string, Buffer][] {
  const original = (tag: string) => {
    const bytes = originals.get(tag);
    if (!bytes) throw new Error(`The font has no table ${tag}`);
    return bytes;
  };
  const tables = new Map<string, Uint8Array>(originals);
  tables.set('head', head(original('head'), glyphs));
  tables.set('hhea', hhea(original('hhea'), glyphs));
  tables.set('maxp', maxp(original('maxp'), glyphs));
  tables.set('hmtx', hmtx(glyphs));
  tables.set('loca', loca(glyphs));
  tables.set('glyf', Buffer.concat(glyphs.map((glyph) => glyph.bytes)));
  return [...tables]
    .map(([tag, bytes]): [string, Buffer] => [tag, Buffer.from(bytes)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** OpenType §font file: the directory, then the tables, each at a multiple of four bytes. */
export function writeFont(originals: Map<string, Uint8Array>, glyphs: Metric[]): Buffer {
  const tables = tablesOf(originals, glyphs);
  const power = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let offset = directory.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded(bytes)), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += padded(bytes).length;
  }
  return Buffer.concat([directory, ...tables.map(([, bytes]) => padded(bytes))]);
}
