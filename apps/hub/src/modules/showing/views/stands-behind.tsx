import { type Check, Checklist, OrgMark, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { BadgeFacts } from '../badge-facts.ts';
import type { AwardPageProps } from './award-page.tsx';

/** Facts with dates about the issuer; never "trusted". */
export function StandsBehind({ p, facts }: AwardPageProps) {
  const { issuer, totals } = facts;
  return (
    <Plate id="issuer" title={p.t('showing.issuer')} label={p.t('showing.issuer.label')} small>
      <div class="issuer">
        <div class="row isr">
          <OrgMark id={issuer.id} logo={issuer.logoFile && `/files/${issuer.logoFile}/logo.png`} size="l" />
          <div>
            <p class="who__name who__name--big">
              <a href={`/issuers/${issuer.id}`}>
                <bdi>{issuer.name}</bdi>
              </a>
            </p>
            <p class="label">{p.t('showing.issuer.totals', { ...totals, since: p.date(issuer.createdAt, 'month') })}</p>
          </div>
        </div>
        <Checklist p={p} plain checks={checksOf(p, facts)} />
      </div>
    </Plate>
  );
}

function checksOf(p: Page, { view, issuer, keys, signedWith }: BadgeFacts): Check[] {
  const since = p.date(keys[0]?.createdAt ?? issuer.createdAt);
  const byDomain = view.issuer.id.startsWith('did:web:');
  const host = new URL(p.base).host;
  const checks: Check[] = [
    byDomain
      ? { tone: 'yes', name: p.t('showing.issuer.domain'), text: p.t('showing.issuer.domain.say', { host, since }) }
      : { tone: 'none', name: p.t('showing.issuer.key'), text: p.t('showing.issuer.key.say', { since }) },
  ];
  if (signedWith?.compromisedAt) {
    const date = p.date(signedWith.compromisedAt);
    checks.push({ tone: 'no', name: p.t('showing.issuer.lost'), text: p.t('showing.issuer.lost.say', { date }) });
  }
  const listed = { alliance: p.alliance.name, date: p.date(issuer.createdAt) };
  checks.push({
    tone: 'yes',
    name: p.t('showing.issuer.listed'),
    text: p.t(issuer.kind === 'hub' ? 'showing.issuer.listed.self' : 'showing.issuer.listed.say', listed),
  });
  if (issuer.endedAt) {
    const date = p.date(issuer.endedAt);
    checks.push({ tone: 'warn', name: p.t('showing.issuer.ended'), text: p.t('showing.issuer.ended.say', { date }) });
  }
  checks.push({ tone: 'none', name: p.t('showing.issuer.unstated'), text: p.t('showing.issuer.unstated.say') });
  return checks;
}
