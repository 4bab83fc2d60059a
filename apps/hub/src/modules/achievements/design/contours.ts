import type { Shape } from './badge-design.ts';

/** One outline per shape, in the 200 × 200 square, and where its icon sits. */
export interface Contour {
  /** Path of the outline before the edge stroke is added. */
  path: string;
  /** How far the icon's middle lies below y = 88 when a ribbon covers the foot. */
  drop: number;
  /** Scale of the icon with a ribbon, and without one. */
  scale: number;
  scaleBare: number;
  /** Middle of the icon without a ribbon. */
  middle: number;
  /** A turned corner, drawn in the second ink. */
  fold?: string;
}

const round = (value: number) => Number(value.toFixed(2));

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / corners;
    return `${round(100 + radius * Math.cos(angle))} ${round(100 + radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: points * 2 }, (_, index) => {
    const angle = (index * Math.PI) / points - Math.PI / 2;
    const radius = index % 2 === 0 ? outer : inner;
    return `${round(100 + radius * Math.cos(angle))} ${round(100 + radius * Math.sin(angle))}`;
  });
  return `M${corners.join('L')}Z`;
}

function scallops(count: number, radius: number, bow: number): string {
  const at = (index: number) => {
    const angle = (index * 2 * Math.PI) / count - Math.PI / 2;
    return `${round(100 + radius * Math.cos(angle))} ${round(100 + radius * Math.sin(angle))}`;
  };
  const arcs = Array.from({ length: count }, (_, index) => `A${bow} ${bow} 0 0 1 ${at(index + 1)}`);
  return `M${at(0)}${arcs.join('')}Z`;
}

export const contours: Record<Shape, Contour> = {
  arch: { path: 'M26 188V92a74 80 0 0 1 148 0V188Z', drop: 4, scale: 1, scaleBare: 1.02, middle: 106 },
  note: {
    path: 'M18 18H144L182 56V182H18Z',
    drop: 4,
    scale: 1.06,
    scaleBare: 1.22,
    middle: 106,
    fold: 'M143 16V52a5 5 0 0 0 5 5H184Z',
  },
  octagon: { path: polygon(8, 94, Math.PI / 8), drop: -2, scale: 1.06, scaleBare: 1.2, middle: 100 },
  hexagon: { path: polygon(6, 93, Math.PI / 6), drop: -2, scale: 1.06, scaleBare: 1.2, middle: 100 },
  shield: {
    path: 'M22 18H178V100C178 148 140 176 100 192C60 176 22 148 22 100Z',
    drop: -2,
    scale: 1,
    scaleBare: 1.06,
    middle: 93,
  },
  burst: { path: star(24, 95, 84), drop: -2, scale: 1, scaleBare: 1.1, middle: 100 },
  roundel: { path: 'M8 100a92 92 0 0 1 184 0a92 92 0 0 1 -184 0Z', drop: -2, scale: 1.06, scaleBare: 1.2, middle: 100 },
  scallop: { path: scallops(14, 83, 18.9), drop: -2, scale: 0.9, scaleBare: 1, middle: 100 },
  lozenge: { path: 'M100 3L197 100L100 197L3 100Z', drop: -2, scale: 0.88, scaleBare: 0.96, middle: 100 },
};
