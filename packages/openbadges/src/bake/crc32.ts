/** The CRC of a PNG chunk over its type and content (PNG §5.5, annex D); eight bytes at a time ("slicing by 8"). */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = -1;
  let i = start;
  for (const last = end - 8; i <= last; i += 8) {
    crc ^= byte(bytes, i) | (byte(bytes, i + 1) << 8) | (byte(bytes, i + 2) << 16) | (byte(bytes, i + 3) << 24);
    crc =
      entry(7, crc & 255) ^
      entry(6, (crc >>> 8) & 255) ^
      entry(5, (crc >>> 16) & 255) ^
      entry(4, crc >>> 24) ^
      entry(3, byte(bytes, i + 4)) ^
      entry(2, byte(bytes, i + 5)) ^
      entry(1, byte(bytes, i + 6)) ^
      entry(0, byte(bytes, i + 7));
  }
  for (; i < end; i += 1) crc = entry(0, (crc ^ byte(bytes, i)) & 255) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** Eight tables one after the other: the CRC of a byte that is followed by none to seven zero bytes. */
const tables = new Int32Array(8 * 256);
for (let value = 0; value < 256; value += 1) {
  let crc = value;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  tables[value] = crc;
}
for (let index = 256; index < tables.length; index += 1) {
  const shorter = entry(0, index - 256);
  tables[index] = entry(0, shorter & 255) ^ (shorter >>> 8);
}

function entry(table: number, value: number): number {
  return tables[table * 256 + value] as number;
}

function byte(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}
