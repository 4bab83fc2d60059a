import type { BadgeView, Verdict } from 'openbadges';
import type { Id } from '../../kernel/ids.ts';
import type { Origin } from './model.ts';
import type { MadeOutTo } from './recipient-model.ts';

/** What somebody put in: a file, an address, or text. */
export type Brought =
  | { from: 'file'; name: string; bytes: Uint8Array }
  | { from: 'url'; url: string }
  | { from: 'paste'; text: string };

/** One badge out of what was brought, with the file it came in. */
export interface BroughtBadge {
  /** How to name it to its owner: the file's name, the address, or nothing for text. */
  name: string;
  from: Origin;
  /** The file, byte for byte. */
  file?: { bytes: Uint8Array; name: string; type: string };
}

/** What became of one badge. */
export type ImportLine = { name: string } & (
  | {
      outcome: 'kept' | 'there-already' | 'newer-kept' | 'older-kept';
      id: Id<'hld'>;
      badge: string;
      issuer: string;
      verdict: Verdict;
      /** Last part of `verifier.word.…`. */
      word: string;
      warnings: number;
      tone: 'yes' | 'warn' | 'no' | 'unknown';
      madeOutTo: MadeOutTo;
    }
  | { outcome: 'not-kept'; code: string; values: Record<string, string> }
);

/** Badges looked at in one go. */
export const mostAtOnce = 200;

const types: Record<string, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  json: 'application/json',
  jwt: 'application/jwt',
};

/** The media type under which a file is kept, by what was found in it. */
export function typeOfCarrier(carrier: string, bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? 'application/zip' : (types[carrier] ?? 'application/octet-stream');
}

/** When a copy of a badge was made: of two the later one counts. */
export function copyDate(view: Pick<BadgeView, 'validFrom' | 'awardedAt'>): Date | undefined {
  const time = Date.parse(view.validFrom ?? view.awardedAt ?? '');
  return Number.isNaN(time) ? undefined : new Date(time);
}
