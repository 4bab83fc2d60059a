/** The PNG keywords under which a badge travels, the newest first (OB 3.0 §5.3, CLR 2.0, OB 2.0 baking). */
export const pngKeywords = ['openbadgecredential', 'clrcredential', 'openbadges'] as const;

/** The namespaces and elements under which a badge travels in an SVG, the newest first. */
export const svgElements = [
  { namespace: 'https://purl.imsglobal.org/ob/v3p0', name: 'credential' },
  { namespace: 'https://purl.imsglobal.org/clr/v2p0', name: 'credential' },
  { namespace: 'http://openbadges.org', name: 'assertion' },
  { namespace: 'https://openbadges.org', name: 'assertion' },
] as const;

/** The longest badge text that is read out of a picture, in bytes. */
export const maxBakedText = 8 * 1024 * 1024;

/** The text of each badge found in a picture, the newest format first; or why none could be read. */
export type Unbaked = { ok: true; texts: string[] } | { ok: false; code: UnbakeProblem };

export type UnbakeProblem =
  | 'import.picture-without-badge'
  | 'import.damaged-picture'
  | 'import.badge-too-large'
  | 'import.svg-with-entities';
