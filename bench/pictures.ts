import { createRequire } from 'node:module';
import { bakePng, bakePngParts, bakeSvg, unbakePng, unbakeSvg } from 'openbadges';
import type { Benchmark } from './measure.ts';

/** Stream in, stream out: the way png-itxt works. It is CommonJS without types. */
interface PngText {
  set(entry: { keyword: string; value: string }): NodeJS.ReadWriteStream;
}
const pngText: PngText = createRequire(import.meta.url)('png-itxt');

/** A PNG of 178 kB in one chunk, which suits the peer best, and an SVG of 6.9 kB; a badge of 3 kB. */
export function pictureBenchmarks(): Benchmark[] {
  const badge = JSON.stringify({ type: ['OpenBadgeCredential'], narrative: 'What was done, and how. '.repeat(125) });
  const picture = pngOf(178_000, 178_000);
  const drawing = svgOf(6_900);
  const [bakedPng, bakedSvg] = [bakePng(picture, badge), bakeSvg(drawing, badge)];
  return [
    {
      name: 'bake a PNG of 178 kB',
      ours: () => bakePng(picture, badge),
      peer: async () => Buffer.concat(await bakeByPeer(picture, badge)),
      peerName: 'png-itxt',
      limit: () => new Uint8Array(picture),
    },
    {
      name: 'bake a PNG of 178 kB, in pieces',
      ours: () => bakePngParts(picture, badge),
      peer: () => bakeByPeer(picture, badge),
      peerName: 'png-itxt',
    },
    { name: 'unbake a PNG of 178 kB', ours: () => unbakePng(bakedPng) },
    { name: 'bake an SVG of 6.9 kB', ours: () => bakeSvg(drawing, badge) },
    { name: 'unbake an SVG of 6.9 kB', ours: () => unbakeSvg(bakedSvg) },
  ];
}

function bakeByPeer(picture: Uint8Array, value: string): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const stream = pngText.set({ keyword: 'openbadgecredential', value });
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => resolve(parts));
    stream.on('error', reject);
    stream.end(picture as Buffer);
  });
}

function pngOf(size: number, chunkSize: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(type, 4);
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const pixels = Array.from({ length: Math.ceil(size / chunkSize) }, () => chunk('IDAT', Buffer.alloc(chunkSize, 7)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', Buffer.alloc(13, 1)), ...pixels, chunk('IEND', Buffer.alloc(0))]);
}

function svgOf(size: number): string {
  const shape = (n: number) => `<path d="M${n} 1C2 3 4 5 6 7L8 9Z" fill="#${(n * 4099 + 0x100000).toString(16)}"/>`;
  let shapes = '';
  for (let n = 0; shapes.length < size - 100; n += 1) shapes += n % 8 ? shape(n) : `<g id="g${n}">${shape(n)}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${shapes}</svg>`;
}
