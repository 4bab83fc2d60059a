/** OpenType §name: family, style, full and PostScript name in English, for Windows and Unicode readers. */
export function writeName(postScript: string): Buffer {
  const names = [
    [1, postScript],
    [2, 'Regular'],
    [4, postScript],
    [6, postScript],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const length = texts[index]?.length ?? 0;
    // Platform 3 (Windows), encoding 1 (Unicode), language 0x409 (English)
    for (const [field, value] of [3, 1, 0x409, id, length, offset].entries()) {
      header.writeUInt16BE(value, 6 + index * 12 + field * 2);
    }
    offset += length;
  }
  return Buffer.concat([header, ...texts]);
}
