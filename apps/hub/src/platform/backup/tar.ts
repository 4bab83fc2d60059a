// POSIX.1-2001 ustar: a header of 512 bytes, the content, zeros up to the next multiple of 512.

const block = 512;

export interface TarEntry {
  name: string;
  size: number;
  content: AsyncIterable<Buffer>;
}

export function tarHeader(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 99) throw new Error('The name of an entry is too long for ustar');
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(`${Math.floor(seconds).toString(8).padStart(11, '0')}\0`, 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The zeros after a content of this size. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

export const tarEnd = Buffer.alloc(2 * block);

function checksum(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

export class BrokenTar extends Error {
  override name = 'BrokenTar';
}

/**
 * The entries one after the other; what is left of a content is skipped before the next one.
 * `onBytes` sees every byte once, those of a header before its entry comes out.
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
  onBytes: (bytes: Buffer) => void,
): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source, onBytes);
  for (;;) {
    const header = await reader.exactly(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = readHeader(header);
    const content = reader.stream(size);
    yield { name, size, content };
    for await (const _rest of content) {
      // not wanted
    }
    await reader.exactly(tarPadding(size).length);
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) => header.toString('utf8', start, start + length).replace(/\0.*$/s, '');
  const plain = Buffer.from(header).fill(' ', 148, 156);
  const size = Number.parseInt(text(124, 12), 8);
  if (text(257, 5) !== 'ustar' || Number.parseInt(text(148, 8), 8) !== checksum(plain) || !Number.isSafeInteger(size)) {
    throw new BrokenTar('An entry is damaged');
  }
  return { name: text(0, 100), size };
}

class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  readonly #onBytes: (bytes: Buffer) => void;
  #rest = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>, onBytes: (bytes: Buffer) => void) {
    this.#source = source[Symbol.asyncIterator]();
    this.#onBytes = onBytes;
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.stream(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *stream(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      const part = await this.#upTo(left);
      left -= part.length;
      yield part;
    }
  }

  async #upTo(length: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done) throw new BrokenTar('The end is missing');
      this.#rest = Buffer.from(next.value);
    }
    const part = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(part.length);
    this.#onBytes(part);
    return part;
  }
}

export async function textOf(entry: TarEntry): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of entry.content) parts.push(part);
  return Buffer.concat(parts).toString();
}
