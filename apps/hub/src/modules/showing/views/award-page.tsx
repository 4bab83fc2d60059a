import { ButtonLink, Go, Layout, Verdict } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Reader, type ShownAddresses, sayingOf, toneOf } from '../award-page-model.ts';
import type { BadgeFacts } from '../badge-facts.ts';
import type { ShownCredential, Standing } from '../model.ts';
import { AwardFacts } from './award-facts.tsx';
import { Evidence } from './evidence.tsx';
import { Hung } from './hung.tsx';
import { StandsBehind } from './stands-behind.tsx';
import { Vouchers } from './vouchers.tsx';

export interface AwardPageProps {
  p: Page;
  shown: ShownCredential;
  facts: BadgeFacts;
  standing: Standing;
  reader: Reader;
  addresses: ShownAddresses;
  recipient: string;
  /** For the holder only. */
  linkedIn?: string | undefined;
  now: Date;
}

/** What a badge says about somebody, and who says so. */
export function AwardPage(props: AwardPageProps) {
  const { p, facts, addresses, recipient, shown } = props;
  const { view, achievement } = facts;
  const title = p.t('showing.title', { badge: view.name, name: recipient });
  return (
    <Layout
      p={p}
      title={title}
      description={view.description}
      current="badges"
      crumbs={[
        { href: '/explore', label: p.t('web.nav.badges') },
        { href: `/achievements/${achievement.id}`, label: view.name },
      ]}
      alternates={[{ type: 'application/vc+ld+json', href: addresses.page, title: 'Open Badges 3.0' }]}
      openGraph={{
        title,
        description: view.description,
        image: p.base + addresses.card,
        imageAlt: achievement.imageAlt,
        type: 'article',
      }}
      noIndex={shown.holding?.visibility !== 'public'}
    >
      <WhoSees {...props} />
      <StandingBlock {...props} />
      <article class="sheet aw">
        <Hung {...props} />
        <div class="aw__right">
          <Headline {...props} />
          <AwardFacts {...props} />
        </div>
      </article>
      <Evidence p={p} view={view} lang={achievement.lang} />
      <Vouchers p={p} endorsements={facts.endorsements} />
      <StandsBehind {...props} />
      {props.reader === 'holder' || props.standing === 'not-accepted' ? null : <EarnIt p={p} facts={facts} />}
    </Layout>
  );
}

function Headline({ p, facts, recipient, shown }: AwardPageProps) {
  const { view, issuer, achievement } = facts;
  const { can, rest } = sayingOf(view.description, achievement.lang);
  return (
    <>
      <p class="caption free">
        <Awarded p={p} at={view.awardedAt ?? shown.issuedAt.toISOString()} issuer={issuer} />
      </p>
      <h1 lang={achievement.lang}>
        <bdi class="aw__p">{recipient}</bdi> <span dir="auto">{can ?? view.name}</span>
      </h1>
      {rest ? (
        <p class="wall-text aw__rest" lang={achievement.lang} dir="auto">
          {rest}
        </p>
      ) : null}
    </>
  );
}

function Awarded({ p, at, issuer }: { p: Page; at: string; issuer: { id: string; name: string } }) {
  return (
    <>
      {p.t('showing.awarded')} <time datetime={at}>{p.date(at)}</time> {p.t('showing.by')}{' '}
      <a href={`/issuers/${issuer.id}`}>
        <bdi>{issuer.name}</bdi>
      </a>
    </>
  );
}

/** What the issuer says now goes before what was signed then. */
function StandingBlock({ p, standing, shown, facts, reader }: AwardPageProps) {
  if (standing === 'good') return null;
  const at = standing === 'expired' ? shown.validUntil : shown.stateChangedAt;
  const values = { issuer: facts.issuer.name, date: p.date(at ?? shown.stateChangedAt) };
  const reason = reader === 'stranger' || standing === 'expired' ? undefined : shown.stateReason;
  return (
    <div class="sheet aw__standing">
      <Verdict
        tone={toneOf[standing]}
        id="standing"
        word={p.t(`showing.standing.${standing}`)}
        say={p.t(`showing.standing.${standing}.say`, values)}
      >
        {reason ? (
          <p class="ui">
            <strong>{p.t('showing.standing.reason')}</strong> <bdi>{reason}</bdi>
          </p>
        ) : null}
      </Verdict>
    </div>
  );
}

/** For those who see more than others: how much others see. */
function WhoSees({ p, reader, shown }: AwardPageProps) {
  const { holding } = shown;
  if (reader === 'stranger') return null;
  const words = reader === 'holder' ? holding?.visibility : `issuer-${holding?.visibility ?? 'nobody'}`;
  return (
    <div class="sheet no-print">
      <p class="ui whosees">
        <span>{p.t(`showing.sees.${words}`)}</span>{' '}
        {reader === 'holder' && holding ? <Go href={`/backpack/${holding.id}`}>{p.t('showing.sees.change')}</Go> : null}
        {reader === 'issuer' ? <Go href={`/awards/${shown.awardId}`}>{p.t('showing.sees.award')}</Go> : null}
      </p>
    </div>
  );
}

function EarnIt({ p, facts }: { p: Page; facts: BadgeFacts }) {
  if (facts.achievement.state !== 'published') return null;
  return (
    <div class="sheet earn no-print">
      <p class="wall-text free">{p.t('showing.earn', { issuer: facts.issuer.name })}</p>
      <ButtonLink href={`/achievements/${facts.achievement.id}`} look="quiet">
        {p.t('showing.earn.button')}
      </ButtonLink>
    </div>
  );
}
