import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { qrPng, qrSvg } from './qr.ts';
import { renderPng } from './render-png.ts';

const address = 'https://badges.example.org/credentials/crd_01912d68-783e-7a03-8467-5661c1243ad4?c=é';

async function readBack(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

it('a QR code reads back as the address it was made from, as PNG and as SVG', async () => {
  const png = await qrPng(address);
  const svg = await qrSvg(address);

  expect(await readBack(png)).toBe(address);
  expect(await readBack(await renderPng(svg, 512))).toBe(address);
  expect(svg).not.toMatch(/style|script/);
});
