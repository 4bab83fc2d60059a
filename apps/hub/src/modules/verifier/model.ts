import type { BadgeFormat, Check, CheckId, Report, Snapshot, SnapshotEntry, Verdict } from 'openbadges';
import type { Id } from '../../kernel/ids.ts';

/** What somebody brought to be verified: a file, or a text that may be an address. */
export interface Brought {
  content: Uint8Array | string;
  /** Of the file. */
  name?: string;
  /** Where the text was found, when it was taken out of something. */
  carrier?: BadgeFormat['carrier'];
}

/** Enough of it to ask again: the address, or the text of the document. */
export interface KeptBrought {
  name?: string;
  text?: string;
  carrier?: BadgeFormat['carrier'];
  /** Where in somebody's backpack it lies, when it was sent from there. */
  backpack?: Id<'hld'>;
  /** The picture is that of the file, whose looks nobody signed. */
  looks?: 'of-file';
}

/** The answer as it is kept for its page. */
export interface Verification {
  id: Id<'ver'>;
  batch?: Id<'ver'>;
  brought: KeptBrought;
  report: KeptReport;
  hasImage: boolean;
  expiresAt: Date;
}

/** A report whose snapshot names its bodies by digest only. */
export type KeptReport = Omit<Report, 'snapshot'> & { snapshot: KeptSnapshot };
export type KeptSnapshot = Omit<Snapshot, 'entries'> & { entries: Omit<SnapshotEntry, 'body'>[] };

/** What is known from the last time, without anybody's recipient in it. */
export interface LastVerification {
  id: Id<'ver'>;
  verdict: Verdict;
  checkedAt: Date;
}

/** Answers stay readable at their address for so long. Milliseconds. */
export const answerLife = 24 * 60 * 60 * 1000;
/** Badges in one go. */
export const mostBadges = 100;

/** Only these say something about the badge that is worth telling when its issuer cannot be asked. */
export const answeredVerdicts: Verdict[] = ['valid', 'revoked', 'suspended', 'expired', 'not-yet-valid'];

/** The order in which people ask. */
export const checkOrder: CheckId[] = [
  'shape',
  'proof',
  'key',
  'status',
  'dates',
  'issuer',
  'endorsements',
  'recipient',
];

export function checkOf(report: Pick<Report, 'checks'>, id: CheckId): Check | undefined {
  return report.checks.find((check) => check.id === id);
}

export function withoutBodies(report: Report): KeptReport {
  const entries = report.snapshot.entries.map(({ body: _, ...entry }) => entry);
  return { ...report, snapshot: { ...report.snapshot, entries } };
}
