import type { Report } from 'openbadges';
import type { Page } from '../../../web/page.ts';
import { checkOf } from '../model.ts';
import { type Summary, summaryOf } from '../summary.ts';
import { sayCheck, sayIssuer } from './say-check.ts';

type Reported = Pick<Report, 'verdict' | 'checks' | 'badge' | 'checkedAt' | 'format'>;

export interface AnswerWords {
  tone: Summary['tone'];
  word: string;
  say: string;
  /** What to do, in a sentence without its beginning. */
  todo?: string;
  /** What exactly was wrong, where the sentence above does not say it. */
  because?: string;
}

const explained = new Set<Summary['name']>([
  'revoked',
  'suspended',
  'bad-proof',
  'bad-shape',
  'wrong-key',
  'no-badge',
  'not-readable',
  'not-yet-understood',
  'not-fetched',
  'issuer-unproven',
  'status-unreachable',
  'status-unclear',
  'not-checked',
]);

/** The answer as it stands in large letters. */
export function answerWords(p: Pick<Page, 't' | 'date'>, report: Reported): AnswerWords {
  const { tone, name, decisive, warnings } = summaryOf(report);
  const { isListed, ...issuer } = sayIssuer(p, report);
  const date = decisive?.values.date;
  const values = {
    ...issuer,
    warnings,
    security: report.format.security ?? '',
    status: checkOf(report, 'status')?.code === 'status.none' ? 'none' : 'good',
    date: date === undefined || Number.isNaN(Date.parse(date)) ? (date ?? '') : p.date(date),
    listed: p.t(isListed ? 'verifier.listed.yes' : 'verifier.listed.no', issuer),
  };
  const said = decisive && sayCheck(p, decisive, report);
  const isOnlyIssuer = name === 'warned' && warnings === 1 && checkOf(report, 'issuer')?.outcome === 'warning';
  const key = `verifier.do.${isOnlyIssuer ? 'warned-issuer' : name}`;
  const own = p.t(key, values);
  return {
    tone,
    word: p.t(`verifier.word.${name}`, values),
    say: p.t(`verifier.say.${name}`, values),
    todo: said?.remedy ?? (own === key ? undefined : own),
    because: explained.has(name) ? said?.sentence : undefined,
  };
}
