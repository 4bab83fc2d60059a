import { type Check, checkRemedies, checkSentences, type Report } from 'openbadges';
import type { Page } from '../../../web/page.ts';
import { checkOf } from '../model.ts';

type Reported = Pick<Report, 'badge' | 'checks' | 'checkedAt'>;
type Words = Pick<Page, 't' | 'date'>;

/** Every value any sentence can name, so that one the check does not have is empty instead of a mistake. */
const noValues: Record<string, string> = Object.fromEntries(
  [...Object.values(checkSentences), ...Object.values(checkRemedies)]
    .flatMap((sentence) => [...sentence.matchAll(/\{(\w+)/g)])
    .map(([, name]) => [name, '']),
);

/** The sentence of a check in the reader's language, and what can be done. */
export function sayCheck(p: Words, check: Check, report: Reported): { sentence: string; remedy?: string } {
  const values = { ...noValues, ...readable(p, check.values), checked: p.date(report.checkedAt, 'datetime') };
  const remedy = check.code in checkRemedies ? p.t(`verifier.remedy.${check.code}`, values) : undefined;
  if (check.code === 'dates.current') return { sentence: sayDates(p, report) ?? p.t('verifier.check.dates.current') };
  return { sentence: p.t(`verifier.check.${check.code}`, values), remedy };
}

/** Dates by the reader's calendar; the words of this hub's own list in the reader's language. */
function readable(p: Words, values: Record<string, string>): Record<string, string> {
  const said = { ...values };
  for (const name of ['date', 'since']) {
    const value = values[name];
    if (value !== undefined && !Number.isNaN(Date.parse(value))) said[name] = p.date(value);
  }
  const key = `verifier.as.${values.as?.replaceAll(' ', '-')}`;
  if (values.as && p.t(key) !== key) said.as = p.t(key);
  return said;
}

function sayDates(p: Words, { badge }: Reported): string | undefined {
  const [from, until] = [badge?.validFrom, badge?.validUntil].map((date) =>
    date !== undefined && !Number.isNaN(Date.parse(date)) ? p.date(date) : undefined,
  );
  if (from === undefined) return undefined;
  return until === undefined ? p.t('verifier.dates.from', { from }) : p.t('verifier.dates.from-until', { from, until });
}

/** Who is behind a badge, as far as that is known: a name on a list, a domain, or only a name somebody gave themselves. */
export function sayIssuer(p: Words, report: Reported) {
  const found = checkOf(report, 'issuer');
  const isListed = found?.code.startsWith('issuer.listed') ?? false;
  const own = report.badge?.issuer.name ?? report.badge?.issuer.id ?? p.t('verifier.issuer.unnamed');
  const domain = found?.values.domain ?? '';
  const as = found?.values.as ?? '';
  return {
    // What a list calls the issuer counts more than what it calls itself.
    issuer: (isListed && found?.values.name) || own,
    who: isListed ? 'listed' : domain ? 'domain' : 'self',
    domain,
    list: found?.values.list ?? '',
    as: as.startsWith('former') ? 'former' : as.startsWith('the alliance') ? 'alliance' : 'member',
    isListed,
  };
}
