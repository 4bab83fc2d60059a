import { isPlainDrawing } from './is-plain-drawing.ts';
import { renderApart } from './render-apart.ts';

/**
 * Draws an SVG of our own, or one that `sanitiseSvg` let through, as a PNG `size` pixels wide.
 *
 * Fonts of the machine are asked only for text that is not outlines. Anything but a plain drawing is drawn in a process
 * of its own and may be refused as `image.svg-too-complex`.
 */
export async function renderPng(svg: string, size: number): Promise<Buffer> {
  const options = {
    fitTo: { mode: 'width', value: size },
    font: {
      loadSystemFonts: svg.includes('<text'),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  } as const;
  if (!isPlainDrawing(svg)) return renderApart(svg, options);
  const { renderAsync } = await import('@resvg/resvg-js');
  return (await renderAsync(svg, options)).asPng();
}
