export interface PngChunk {
  type: string;
  /** Where the chunk begins (its length field) and where the next one begins, in bytes. */
  start: number;
  end: number;
  content: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The chunks of a PNG up to IEND; undefined when it is no PNG or a chunk claims more bytes than there are. */
export function readPngChunks(bytes: Uint8Array): PngChunk[] | undefined {
  if (!isPng(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let start = signature.length; start < bytes.length; ) {
    if (start + 12 > bytes.length) return undefined;
    const end = start + 12 + view.getUint32(start);
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    chunks.push({ type, start, end, content: bytes.subarray(start + 8, end - 4) });
    if (type === 'IEND') return chunks[0]?.type === 'IHDR' ? chunks : undefined;
    start = end;
  }
  return undefined;
}
