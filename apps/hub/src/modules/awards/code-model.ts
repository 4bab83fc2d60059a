import type { Id, PersonId } from '../../kernel/ids.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';

/** A way to take a badge without being on a list. */
export interface ClaimCode {
  id: Id<'cod'>;
  achievementId: Id<'ach'>;
  /** As people type it: `K7QM-3XRP`. */
  code: string;
  label: string;
  /** Undefined: as many as come. */
  useLimit?: number;
  uses: number;
  opensAt?: Date;
  closesAt?: Date;
  closedAt?: Date;
  createdBy: PersonId;
  createdAt: Date;
}

/** Without letters and digits that look alike. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** 30^8 codes; guessing is rate limited on top. */
export function drawCode(random: (bytes: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of random(length)) {
      // 240 = 8 × 30: no letter comes more often than another
      if (byte < 240 && code.length < length) code += alphabet[byte % 30];
    }
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, as it is kept: blanks and dashes do not matter, nor do letters that look like digits. */
export function readCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, length);
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/** Why the code gives nothing now; null when it does. */
export function whyNotRedeem(code: ClaimCode, now: Date): RefusalCode | null {
  if (code.closedAt || (code.closesAt && code.closesAt <= now)) return 'code.closed';
  if (code.opensAt && code.opensAt > now) return 'code.not-open-yet';
  return code.useLimit !== undefined && code.uses >= code.useLimit ? 'code.used-up' : null;
}
