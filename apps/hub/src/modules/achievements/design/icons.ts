import { drawnIcons, type Inks } from './drawn-icons.ts';
import { type LineDrawing, lineDrawings } from './line-drawings.ts';

export type IconName = keyof typeof drawnIcons | keyof typeof lineDrawings;

/** Every icon of the designer, the ones drawn for badges first. */
export const iconNames = [...Object.keys(drawnIcons), ...Object.keys(lineDrawings)] as [IconName, ...IconName[]];

function drawLines(drawing: LineDrawing, { main, accent }: Inks): string {
  const parts = [
    drawing.fill && `<path d="${drawing.fill}" fill="${accent}" stroke="none"/>`,
    drawing.mark && `<path d="${drawing.mark}" stroke="${accent}"/>`,
    `<path d="${drawing.line}" stroke="${main}"/>`,
  ];
  return (
    `<g transform="translate(100 86) scale(4.2) translate(-12 -12)" fill="none" stroke-width="2.05" ` +
    `stroke-linecap="round" stroke-linejoin="round">${parts.filter(Boolean).join('')}</g>`
  );
}

/** The icon in a box of about 100 × 96 around (100, 86). */
export function drawIcon(name: IconName, inks: Inks): string {
  if (name in drawnIcons) return drawnIcons[name as keyof typeof drawnIcons](inks);
  return drawLines(lineDrawings[name as keyof typeof lineDrawings], inks);
}
