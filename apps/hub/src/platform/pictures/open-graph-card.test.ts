import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openGraphCard } from './open-graph-card.ts';
import { svgOfPng } from './svg-of-png.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#d63a22"/></svg>';
const card = {
  badgeSvg: square,
  title: 'Oral history interviewer',
  issuer: 'Harbour City Library',
  date: '12 February 2026',
};

/** How many pixels of a region are nearly ink. */
async function inkIn(png: Buffer, left: number, width: number): Promise<number> {
  const { data } = await sharp(png)
    .extract({ left, top: 70, width, height: 540 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 60).length;
}

it('a card is 1200 × 630, with the badge at the left and the words at the right', async () => {
  const png = await openGraphCard({ ...card, recipient: 'Mireille Tanagra' });

  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  const badge = await sharp(png).extract({ left: 200, top: 300, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  expect([...badge]).toEqual([0xd6, 0x3a, 0x22]);
  expect(await inkIn(png, 552, 580)).toBeGreaterThan(3000);
});

it('words never leave the card, however long they are', async () => {
  const png = await openGraphCard({
    ...card,
    title: 'endless '.repeat(80),
    issuer: 'Unbreakable'.repeat(30),
    recipient: 'x'.repeat(400),
  });

  expect(await inkIn(png, 1140, 60)).toBe(0);
});

it.each(['<b>&"', 'مريم الخطيب', '翻訳者', '🎉', '\u0000\u202e', ''])(
  'the words “%s” do not break it',
  async (words) => {
    const png = await openGraphCard({ ...card, title: words, recipient: words, issuer: words, date: words });

    expect((await sharp(png).metadata()).width).toBe(1200);
  },
);

it('shows an uploaded picture too', async () => {
  const upload = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#0c6b4b' } })
    .png()
    .toBuffer();

  const png = await openGraphCard({ ...card, badgeSvg: svgOfPng(upload) });

  const badge = await sharp(png).extract({ left: 260, top: 300, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  expect([...badge]).toEqual([0x0c, 0x6b, 0x4b]);
});
