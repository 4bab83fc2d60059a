/** Eight tables: the CRC of a byte that is followed by none to seven zero bytes ("slicing by 8"). */
const tables = crcTables();

/** The CRC of a PNG chunk over its type and content (PNG §5.5, annex D). */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  const at = (index: number) => bytes[index] as number;
  let crc = 0xffffffff;
  let i = start;
  for (; i + 8 <= end; i += 8) {
    crc ^= at(i) | (at(i + 1) << 8) | (at(i + 2) << 16) | (at(i + 3) << 24);
    crc =
      (t7[crc & 255] as number) ^
      (t6[(crc >>> 8) & 255] as number) ^
      (t5[(crc >>> 16) & 255] as number) ^
      (t4[crc >>> 24] as number) ^
      (t3[at(i + 4)] as number) ^
      (t2[at(i + 5)] as number) ^
      (t1[at(i + 6)] as number) ^
      (t0[at(i + 7)] as number);
  }
  for (; i < end; i += 1) crc = (t0[(crc ^ at(i)) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

type Table = Int32Array;

function crcTables(): [Table, Table, Table, Table, Table, Table, Table, Table] {
  const first = Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const longer = (table: Table) => table.map((crc) => (first[crc & 255] as number) ^ (crc >>> 8));
  const [t1, t2, t3] = [longer(first), longer(longer(first)), longer(longer(longer(first)))];
  return [
    first,
    t1,
    t2,
    t3,
    longer(t3),
    longer(longer(t3)),
    longer(longer(longer(t3))),
    longer(longer(longer(longer(t3)))),
  ];
}
