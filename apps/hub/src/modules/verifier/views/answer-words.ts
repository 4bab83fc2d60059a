import type { Report } from 'openbadges';
import type { Page } from '../../../web/page.ts';
import { checkOf } from '../model.ts';
import { isProven, type Summary, summaryOf } from '../summary.ts';
import { sayCheck, sayIssuer } from './say-check.ts';

type Reported = Pick<Report, 'verdict' | 'checks' | 'badge' | 'checkedAt' | 'format' | 'lastSeen'>;

export interface AnswerWords {
  tone: Summary['tone'];
  word: string;
  say: string;
  /** What to do, in a sentence without its beginning. */
  todo?: string;
  /** What exactly was wrong and can be done, where nothing below says it. */
  because?: string;
}

/** Nothing else is shown of these, so the sentence of the check stands with the answer. */
const explained = new Set<Summary['name']>(['no-badge', 'not-readable', 'not-yet-understood', 'not-fetched']);

/** The answer as it stands in large letters. */
export function answerWords(p: Pick<Page, 't' | 'date'>, report: Reported): AnswerWords {
  const { tone, name, decisive, warnings } = summaryOf(report);
  const { isListed, ...issuer } = sayIssuer(p, report);
  const date = decisive?.values.date;
  const values = {
    ...issuer,
    warnings,
    proven: isProven(report) ? 'yes' : 'no',
    security: report.format.security ?? '',
    status: checkOf(report, 'status')?.code === 'status.none' ? 'none' : 'good',
    date: date === undefined || Number.isNaN(Date.parse(date)) ? (date ?? '') : p.date(date),
    listed: p.t(isListed ? 'verifier.listed.yes' : 'verifier.listed.no', issuer),
  };
  const said = decisive && sayCheck(p, decisive, report);
  const isOnlyIssuer = name === 'warned' && warnings === 1 && checkOf(report, 'issuer')?.outcome === 'warning';
  const key = `verifier.do.${isOnlyIssuer ? 'warned-issuer' : name}`;
  const own = p.t(key, values);
  const revokedSince = lastRevoked(report);
  return {
    tone: revokedSince ? 'warn' : tone,
    word: p.t(revokedSince ? 'verifier.word.last-revoked' : `verifier.word.${name}`, values),
    say: revokedSince
      ? p.t('verifier.say.last-revoked', { date: p.date(revokedSince) })
      : p.t(`verifier.say.${name}`, values),
    todo: own === key ? undefined : own,
    because:
      explained.has(name) || decisive?.code === 'status.revoked-because'
        ? [said?.sentence, said?.remedy].filter(Boolean).join(' ')
        : undefined,
  };
}

/** When it was last seen revoked, while nobody can say how it stands now: nobody gives back what was revoked. */
function lastRevoked({ verdict, lastSeen }: Reported): string | undefined {
  return verdict === 'could-not-check' && lastSeen?.verdict === 'revoked' ? lastSeen.takenAt : undefined;
}
