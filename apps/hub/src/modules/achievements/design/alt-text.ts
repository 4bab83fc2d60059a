import words from '../../../../messages/en/design.json' with { type: 'json' };
import type { BadgeDesign } from './badge-design.ts';

/** Translates a key of the catalogue `design`; a page hands in its own `p.t`. */
export type Say = (key: string, values?: Record<string, string>) => string;

const english: Say = (key, values = {}) =>
  (words as Record<string, string>)[key]?.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') ?? key;

/** What the picture shows in one sentence or two, made from the design and, where there is one, the badge's name. */
export function altTextFor(design: BadgeDesign, name?: string, say: Say = english): string {
  const parts = [
    name && say('design.alt.name', { name }),
    say('design.alt.drawing', {
      shape: say(`design.shape.${design.shape}`),
      icon: say(`design.icon.${design.icon}`),
    }),
    design.ribbon && say('design.alt.ribbon', { word: design.ribbon }),
  ];
  return parts.filter(Boolean).join(' ');
}
