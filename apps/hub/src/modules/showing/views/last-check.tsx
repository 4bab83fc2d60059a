import type { Verdict } from 'openbadges';
import { Said, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { toneOfVerdict } from '../tone-of-verdict-model.ts';
import type { AwardPageProps } from './award-page.tsx';

/** Who wrote what, and what the last check said. */
export function LastCheck({ p, facts: { issuer }, shown: { lastCheck }, standing }: AwardPageProps) {
  const isOutdated = lastCheck?.verdict === 'valid' && standing !== 'good';
  return (
    <>
      {p.t('showing.foot')}{' '}
      {isOutdated ? (
        p.t('showing.foot.was-valid', { date: p.date(lastCheck.checkedAt, 'datetime') })
      ) : lastCheck ? (
        <>
          {p.t('showing.foot.verdict')} <CheckedVerdict p={p} verdict={lastCheck.verdict} at={lastCheck.checkedAt} />.{' '}
          {p.t('showing.foot.meaning', { issuer: issuer.name })}
        </>
      ) : (
        p.t('showing.foot.never', { issuer: issuer.name })
      )}
    </>
  );
}

/** A verdict is nothing without its date. */
export function CheckedVerdict({ p, verdict, at }: { p: Page; verdict: Verdict; at: Date }) {
  return (
    <>
      <Said tone={toneOfVerdict[verdict]}>{p.t(`showing.verdict.${verdict}`)}</Said>,{' '}
      <Time p={p} at={at} style="datetime" />
    </>
  );
}
