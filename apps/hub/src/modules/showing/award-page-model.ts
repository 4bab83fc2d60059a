import type { ShownCredential, Standing } from './model.ts';

/** Who looks, as far as the page says different things. */
export type Reader = 'holder' | 'issuer' | 'stranger';

/** The addresses of one shown credential. Those that leave the page carry the key of a badge that is shown by link. */
export interface ShownAddresses {
  page: string;
  png: string;
  svg: string;
  json: string;
  pdf: string;
  qr: string;
  card: string;
}

export function addressesOf({
  id,
  holding,
  sharedBy,
}: Pick<ShownCredential, 'id' | 'holding' | 'sharedBy'>): ShownAddresses {
  const opens = sharedBy ?? (holding?.visibility === 'link' ? holding.linkToken : undefined);
  const query = opens ? `?key=${opens}` : '';
  const at = (part: string) => `/credentials/${id}${part}${query}`;
  return {
    page: at(''),
    png: at('/badge.png'),
    svg: at('/badge.svg'),
    json: at('/credential.json'),
    pdf: at('/certificate.pdf'),
    qr: at('/qr.svg'),
    card: at('/card.png'),
  };
}

export interface Said {
  /** The name goes on with what the person can do, as in "Mireille Tanagra can …". */
  can?: string;
  /** What of the description is not in the headline. */
  rest?: string;
}

const canSentence = /^can\s+(.+?[.!?])(?:\s+|$)/isu;

/** An English description that begins with "Can …" makes the headline a sentence; any other stands below it. */
export function sayingOf(description: string | undefined, lang: string): Said {
  const text = description?.trim() ?? '';
  const match = lang.startsWith('en') ? canSentence.exec(text) : null;
  if (!match || match[0].length > 170) return { rest: text || undefined };
  return { can: `can ${match[1]}`, rest: text.slice(match[0].length).trim() || undefined };
}

/** Icon and colour of what stands above the page; good needs none. */
export const toneOf: Record<Exclude<Standing, 'good'>, 'no' | 'warn' | 'unknown'> = {
  revoked: 'no',
  suspended: 'warn',
  expired: 'warn',
  'not-accepted': 'unknown',
};
