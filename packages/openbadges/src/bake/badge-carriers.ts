import type { NothingRead } from '../import/nothing-read.ts';

/** The formats a picture can carry, by their PNG keywords, the newest first (OB 3.0 §5.3, CLR 2.0, OB 2.0 baking). */
export const carriedFormats = ['openbadgecredential', 'clrcredential', 'openbadges'] as const;

/** `openbadgecredential` is Open Badges 3.0, `clrcredential` CLR 2.0, and `openbadges` everything before. */
export type CarriedFormat = (typeof carriedFormats)[number];

/** The element under which each format travels in an SVG; the first namespace is the one that is written. */
export const svgCarriers: Record<CarriedFormat, { namespaces: [string, ...string[]]; prefix: string; name: string }> = {
  openbadgecredential: {
    namespaces: ['https://purl.imsglobal.org/ob/v3p0'],
    prefix: 'openbadges',
    name: 'credential',
  },
  clrcredential: { namespaces: ['https://purl.imsglobal.org/clr/v2p0'], prefix: 'clr', name: 'credential' },
  openbadges: {
    namespaces: ['http://openbadges.org', 'https://openbadges.org'],
    prefix: 'openbadges',
    name: 'assertion',
  },
};

/** The longest badge text that goes into a picture or comes out of it, all its badges together, in bytes. */
export const maxBakedText = 8 * 1024 * 1024;

/** How a badge is put into a picture. */
/** The longest drawing that is looked into, in UTF-16 units. */
export const maxSvg = 16 * 1024 * 1024;

/** How a badge is put into a picture. */
/** How a badge goes into a picture. */
export interface BakeOptions {
  /** As what the badge goes in; Open Badges 3.0 unless said. `carriedFormatOf` tells it from the document. */
  format?: CarriedFormat;
  /** True: badges of the same format stay beside the new one, which comes first. Otherwise it takes their place. */
  keepOthers?: boolean;
}

/** The text of each badge found in a picture, the newest format first; or why there is none. */
export type Unbaked = { ok: true; texts: string[] } | NothingRead;
