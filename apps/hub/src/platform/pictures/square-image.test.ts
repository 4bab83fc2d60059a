import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { squareImage } from './square-image.ts';

const red = { r: 214, g: 58, b: 34 };
const blue = { r: 29, g: 80, b: 190 };

function picture(width: number, height: number, background = red) {
  return sharp({ create: { width, height, channels: 3, background } });
}

async function pixelOf(png: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(png)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

function chunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A few bytes that claim to be a picture of this size. */
function claim(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const body = deflateSync(Buffer.alloc(1000));
  const parts = [chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

describe('an uploaded picture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'becomes a square PNG from %s, with room above and below',
    async (kind) => {
      const wide = await picture(300, 100)[kind]().toBuffer();

      const square = await squareImage(wide);

      expect(await sharp(square).metadata()).toMatchObject({ format: 'png', width: 300, height: 300, hasAlpha: true });
      expect((await pixelOf(square, 150, 10))[3]).toBe(0);
      expect((await pixelOf(square, 150, 150))[3]).toBe(255);
    },
  );

  it('is made smaller to 1024 pixels, and never larger', async () => {
    const large = await picture(2000, 1500).png().toBuffer();
    const small = await picture(20, 30).png().toBuffer();

    const squares = [await squareImage(large), await squareImage(small)];

    const sides = await Promise.all(squares.map(async (png) => (await sharp(png).metadata()).width));
    expect(sides).toEqual([1024, 30]);
  });

  it('loses where it was taken, and all other metadata', async () => {
    const exif = { IFD0: { Artist: 'Mireille' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 23/1 0/1' } };
    const photograph = await picture(64, 64).withExif(exif).jpeg().toBuffer();
    expect(photograph.includes('Mireille')).toBe(true);

    const square = await squareImage(photograph);

    const { exif: kept, xmp, icc } = await sharp(square).metadata();
    expect([kept, xmp, icc]).toEqual([undefined, undefined, undefined]);
    expect(square.includes('Mireille')).toBe(false);
    expect(square.includes('eXIf')).toBe(false);
  });

  it('stands upright when the camera was turned', async () => {
    const right = await picture(50, 100, blue).png().toBuffer();
    const sideways = await picture(100, 100)
      .composite([{ input: right, left: 50, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();

    const square = await squareImage(sideways);

    const [top, bottom] = [await pixelOf(square, 50, 10), await pixelOf(square, 50, 90)];
    expect(top[0]).toBeGreaterThan(150);
    expect(bottom[2]).toBeGreaterThan(150);
  });

  it('is refused before unpacking when it claims 60,000 × 60,000 pixels', async () => {
    await expect(squareImage(claim(60_000, 60_000))).rejects.toMatchObject({ code: 'image.too-many-pixels' });
  });

  it('is refused when it is cut off', async () => {
    const noise = {
      create: {
        width: 200,
        height: 200,
        channels: 3 as const,
        background: '#808080',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    };
    const files = [
      await sharp(noise).png().toBuffer(),
      await sharp(noise).jpeg().toBuffer(),
      await sharp(noise).webp().toBuffer(),
    ];

    for (const file of files) {
      const half = file.subarray(0, Math.floor(file.length / 2));
      await expect(squareImage(half)).rejects.toMatchObject({ code: 'image.broken' });
    }
  });

  it('is refused when only its first bytes are those of a picture', async () => {
    const file = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('<script>alert(1)</script>')]);
    await expect(squareImage(file)).rejects.toMatchObject({ code: 'image.broken' });
  });

  it.each([
    ['a page', '<!doctype html><img src=x>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['a TIFF', 'II*\0'],
  ])('is refused when it is %s', async (_, text) => {
    await expect(squareImage(Buffer.from(text))).rejects.toMatchObject({ code: 'image.not-an-image' });
  });

  it('is refused above eight megabytes', async () => {
    const file = Buffer.alloc(8 * 1024 * 1024 + 1);
    await expect(squareImage(file)).rejects.toMatchObject({ code: 'image.too-large', details: { megabytes: 8 } });
  });
});
