import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isPlainDrawing } from './is-plain-drawing.ts';
import { renderPng } from './render-png.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import { svgOfPng } from './svg-of-png.ts';

const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${inner}</svg>`;
const rect = '<rect width="100" height="100" fill="#0c6b4b"/>';

async function middleOf(png: Buffer): Promise<number[]> {
  const { width = 0 } = await sharp(png).metadata();
  const spot = { left: Math.floor(width / 2), top: Math.floor(width / 2), width: 1, height: 1 };
  return [...(await sharp(png).extract(spot).removeAlpha().raw().toBuffer())];
}

describe('a drawing as PNG', () => {
  it('looks the same whether it is plain or drawn apart', async () => {
    const layered = drawing(`<g opacity="1">${rect}</g>`);

    const [plain, apart] = [await renderPng(drawing(rect), 100), await renderPng(layered, 100)];

    expect([isPlainDrawing(drawing(rect)), isPlainDrawing(layered)]).toEqual([true, false]);
    expect(await middleOf(plain)).toEqual([0x0c, 0x6b, 0x4b]);
    expect(await middleOf(apart)).toEqual([0x0c, 0x6b, 0x4b]);
  });

  it('is refused when it would bring the renderer down, and the hub lives on', async () => {
    const endless =
      '<pattern id="p" width="1e6" height="1e6" patternUnits="userSpaceOnUse"><rect width="9" height="9"/></pattern>';
    const fatal = drawing(`${endless}<rect width="100" height="100" fill="url(#p)"/>`);

    await expect(renderPng(sanitiseSvg(fatal), 1000)).rejects.toMatchObject({ code: 'image.svg-too-complex' });

    expect(await middleOf(await renderPng(drawing(rect), 10))).toEqual([0x0c, 0x6b, 0x4b]);
  });

  it('is refused when it takes too long', async () => {
    const slow = drawing(`<g opacity=".5">${rect}<rect width="9" height="9"/></g>`.repeat(3000));
    const begun = performance.now();

    await expect(renderPng(sanitiseSvg(slow), 1000)).rejects.toMatchObject({ code: 'image.svg-too-complex' });

    expect(performance.now() - begun).toBeLessThan(12_000);
  });

  it('is refused when it is no drawing', async () => {
    await expect(renderPng('<svg', 10)).rejects.toThrow();
    await expect(renderPng(drawing('<g opacity="1"'), 10)).rejects.toMatchObject({ code: 'image.svg-too-complex' });
  });
});

it.each([
  ['a filled outline', rect, true],
  ['inks made of digits', '<path fill="#087585" stroke="#123456"/>', true],
  ['a picture', svgOfPng(Buffer.from('x')), true],
  ['a filter', '<filter id="a"/>', false],
  ['copies', '<use href="#a"/>', false],
  ['layers', '<g opacity=".5"/>', false],
  ['half transparent paint', '<path fill-opacity=".5"/>', true],
  ['dashes', '<path stroke-dasharray="1"/>', false],
  ['a gradient', '<path fill="url(#a)"/>', false],
  ['a number beyond all drawings', '<path d="M0 0H1000000"/>', false],
  ['an exponent', '<path d="M0 0H1e30"/>', false],
  ['very many parts', '<g/>'.repeat(501), false],
])('plain or not: %s', (_, inner, plain) => {
  expect(isPlainDrawing(drawing(inner))).toBe(plain);
});
