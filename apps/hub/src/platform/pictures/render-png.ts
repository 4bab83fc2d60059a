/**
 * Draws an SVG of our own, or one that `sanitiseSvg` let through, as a square-fitting PNG `size` pixels wide.
 * Fonts of the machine are asked only for text that is not outlines.
 */
export async function renderPng(svg: string, size: number): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: svg.includes('<text'), defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  });
  return drawing.render().asPng();
}
