/**
 * Draws an SVG of our own, or one that `sanitiseSvg` let through, as a square-fitting PNG `size` pixels wide.
 * Drawn on a thread of its own, so that a large drawing does not hold up other requests. Fonts of the machine are asked only for text that is not outlines.
 */
export async function renderPng(svg: string, size: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: size },
    font: {
      loadSystemFonts: svg.includes('<text'),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return drawn.asPng();
}
