/** Where a chunk of a PNG lies: from its length field to the start of the next one, in bytes. */
export interface PngChunk {
  /** The four letters of the type as one number, as they stand in the file. */
  type: number;
  start: number;
  end: number;
}

/** The chunk types that matter here (PNG §11.2 and §11.3.3). */
export const chunkTypes = {
  IHDR: 0x49484452,
  IEND: 0x49454e44,
  tEXt: 0x74455874,
  zTXt: 0x7a545874,
  iTXt: 0x69545874,
} as const;

/** Sixty times as many as the largest picture has; each costs memory. */
const mostChunks = 250_000;

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * The chunks of a PNG up to IEND, as far as they are whole; undefined when it does not begin as a PNG.
 * `isWhole` is false when it was cut off, or when a chunk claims more bytes than there are.
 */
export function readPngChunks(bytes: Uint8Array): { chunks: PngChunk[]; isWhole: boolean } | undefined {
  if (!isPng(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let start = signature.length; start + 12 <= bytes.length && chunks.length < mostChunks; ) {
    const type = view.getUint32(start + 4);
    if (chunks.length === 0 && type !== chunkTypes.IHDR) return undefined;
    const end = start + 12 + view.getUint32(start);
    if (end > bytes.length) break;
    chunks.push({ type, start, end });
    if (type === chunkTypes.IEND) return { chunks, isWhole: true };
    start = end;
  }
  return { chunks, isWhole: false };
}
