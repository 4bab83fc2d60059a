import { faceFor } from './faces.ts';
import { renderPng } from './render-png.ts';
import { lineSvg } from './text-svg.ts';
import { type Room, type Wrapped, wrapText } from './wrap-text.ts';

export interface OpenGraphCard {
  /** Of `drawBadge`, `sanitiseSvg` or `svgOfPng`. */
  badgeSvg: string;
  /** The achievement's name. */
  title: string;
  recipient?: string;
  issuer: string;
  /** Already in the reader's language. */
  date: string;
}

/** The light theme's paper, ink and captions (tokens.css) in sRGB: pictures know no oklch. */
export const paper = '#fbf9f3';
export const ink = '#191d26';
export const faint = '#585c65';

const size = { width: 1200, height: 630 };
const badge = { x: 64, y: 103, side: 424 };
const left = 552;
const room = size.width - left - 64;

/** A drawing put into another one, without touching what is in it. */
export function placed(svg: string, x: number, y: number, side: number): string {
  return svg.replace(/^<svg /, `<svg x="${x}" y="${y}" width="${side}" height="${side}" `);
}

interface Block {
  text: string;
  face: 'poster' | 'strong' | 'label' | 'italic';
  fill: string;
  room: Omit<Room, 'width'>;
  leading: number;
  /** Space above. */
  above: number;
}

function blocksOf({ title, recipient, issuer, date }: OpenGraphCard): Block[] {
  const named: Block[] = recipient
    ? [
        {
          text: recipient,
          face: 'poster',
          fill: ink,
          room: { size: 64, smallest: 34, lines: 2 },
          leading: 1.04,
          above: 0,
        },
      ]
    : [];
  const large = recipient ? { size: 46, smallest: 26, lines: 3 } : { size: 92, smallest: 40, lines: 4 };
  return [
    ...named,
    {
      text: title,
      face: recipient ? 'italic' : 'poster',
      fill: ink,
      room: large,
      leading: recipient ? 1.16 : 1.02,
      above: 14,
    },
    { text: issuer, face: 'strong', fill: ink, room: { size: 29, smallest: 21, lines: 2 }, leading: 1.22, above: 34 },
    { text: date, face: 'label', fill: faint, room: { size: 25, smallest: 20, lines: 1 }, leading: 1.2, above: 8 },
  ];
}

function drawn(blocks: Block[]): string {
  const set = blocks.map((block) => {
    const wrapped: Wrapped = wrapText(faceFor(block.face, block.text), block.text, { ...block.room, width: room });
    return { block, wrapped, height: block.above + wrapped.lines.length * wrapped.size * block.leading };
  });
  const total = set.reduce((sum, { height }) => sum + height, 0);
  let top = Math.max(84, badge.y + badge.side / 2 - total / 2);
  const parts: string[] = [];
  for (const { block, wrapped, height } of set) {
    wrapped.lines.forEach((line, index) => {
      const y = top + block.above + wrapped.size * (0.8 + index * block.leading);
      parts.push(lineSvg(faceFor(block.face, block.text), line, { x: left, y, size: wrapped.size, fill: block.fill }));
    });
    top += height;
  }
  return parts.join('');
}

/** The picture that other sites show beside a link to a badge: 1200 × 630. */
export function openGraphCard(card: OpenGraphCard): Promise<Buffer> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">` +
    `<rect width="${size.width}" height="${size.height}" fill="${paper}"/>` +
    `<rect x="64" y="48" width="${size.width - 128}" height="6" fill="${ink}"/>` +
    placed(card.badgeSvg, badge.x, badge.y, badge.side) +
    drawn(blocksOf(card)) +
    '</svg>';
  return renderPng(svg, size.width);
}
