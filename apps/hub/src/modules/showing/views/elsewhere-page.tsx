import type { BadgeView } from 'openbadges';
import {
  BadgeImage,
  ButtonLink,
  Facts,
  Go,
  Label,
  Layout,
  Markdown,
  MountFrame,
  OrgMark,
  Plate,
  Time,
  Verdict,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { issuerName } from '../../backpack/index.ts';
import { holdingAddress, trustworthinessOf } from '../elsewhere-model.ts';
import type { ShownElsewhere } from '../load-holding.ts';
import { instantOf } from '../model.ts';
import { ClaimedFacts, OutsideLink } from './claimed-facts.tsx';
import { Evidence } from './evidence.tsx';
import { CheckedVerdict } from './last-check.tsx';
import { Vouchers } from './vouchers.tsx';

export interface ElsewherePageProps {
  p: Page;
  shown: ShownElsewhere;
  isHolder: boolean;
}

/** A badge that another system issued and somebody here shows. */
export function ElsewherePage(props: ElsewherePageProps) {
  const { p, shown, isHolder } = props;
  const { holding, holderName, lastCheck } = shown;
  const { view } = holding;
  const trust = trustworthinessOf(lastCheck?.verdict);
  const title =
    trust === 'changed'
      ? p.t('showing.elsewhere.changed')
      : p.t('showing.elsewhere.title', { badge: view.name, name: holderName });
  return (
    <Layout
      p={p}
      title={title}
      description={trust === 'changed' ? undefined : view.description}
      current="badges"
      openGraph={{ title, type: 'article' }}
      noIndex={holding.visibility !== 'public'}
    >
      {isHolder ? <OwnLine p={p} shown={shown} /> : null}
      <Found {...props} />
      {trust === 'changed' ? null : <Claims {...props} />}
    </Layout>
  );
}

function OwnLine({ p, shown }: { p: Page; shown: ShownElsewhere }) {
  return (
    <div class="sheet no-print">
      <p class="ui whosees">
        <span>{p.t(`showing.sees.${shown.holding.visibility}`)}</span>{' '}
        <Go href={`/backpack/${shown.holding.id}`}>{p.t('showing.sees.change')}</Go>
      </p>
    </div>
  );
}

/** Above everything else, unless the last check was good. */
function Found({ p, shown }: ElsewherePageProps) {
  const { lastCheck } = shown;
  const trust = trustworthinessOf(lastCheck?.verdict);
  if (trust === 'good') return null;
  const word = lastCheck ? p.t(`showing.verdict.${lastCheck.verdict}`) : p.t('showing.elsewhere.never');
  const date = lastCheck ? p.date(lastCheck.checkedAt, 'datetime') : '';
  const tone = {
    changed: 'no',
    'not-good': lastCheck?.verdict === 'revoked' ? 'no' : 'warn',
    unchecked: 'unknown',
  } as const;
  return (
    <div class="sheet aw__standing">
      <Verdict
        tone={tone[trust]}
        id="standing"
        heading={trust === 'changed' ? 'h1' : 'h2'}
        word={word}
        say={p.t(`showing.elsewhere.say.${lastCheck ? trust : 'never'}`, { date })}
      >
        {trust === 'changed' ? (
          <p class="row no-print">
            <ButtonLink href={verifyAddress(p, shown)} rel="nofollow">
              {p.t('showing.verify')}
            </ButtonLink>
          </p>
        ) : null}
      </Verdict>
    </div>
  );
}

/** The hub verifies by asking for the address like anybody else, so a private badge goes by way of the backpack. */
function verifyAddress(p: Page, shown: ShownElsewhere): string {
  const { holding, sharedBy } = shown;
  if (!sharedBy && holding.visibility === 'private') return `/backpack/${holding.id}`;
  return `/verify?url=${encodeURIComponent(p.base + holdingAddress(shown, '/document'))}`;
}

function Claims({ p, shown }: ElsewherePageProps) {
  const { holding, lastCheck } = shown;
  const { view } = holding;
  const issuer = issuerName(view) || p.t('showing.elsewhere.unnamed');
  const awarded = instantOf(view.awardedAt);
  return (
    <>
      <article class="sheet aw">
        <Hung p={p} shown={shown} />
        <div class="aw__right">
          <p class="caption free">
            {awarded ? (
              <>
                {p.t('showing.awarded')} <Time p={p} at={awarded} /> {p.t('showing.by')} <bdi>{issuer}</bdi>
              </>
            ) : (
              <>
                {p.t('showing.elsewhere.by')} <bdi>{issuer}</bdi>
              </>
            )}
          </p>
          <h1>
            {view.recipient.name ? <bdi class="aw__p">{view.recipient.name}</bdi> : null}{' '}
            <span dir="auto">{view.name}</span>
          </h1>
          {view.description ? (
            <p class="wall-text aw__rest" dir="auto">
              {view.description}
            </p>
          ) : null}
          <Facts
            title={p.t('showing.facts')}
            foot={
              <>
                {p.t('showing.elsewhere.foot')}{' '}
                {lastCheck ? (
                  <>
                    {p.t('showing.foot.verdict')}{' '}
                    <CheckedVerdict p={p} verdict={lastCheck.verdict} at={lastCheck.checkedAt} />.{' '}
                    {p.t('showing.foot.meaning', { issuer })}
                  </>
                ) : (
                  p.t('showing.foot.never', { issuer })
                )}
              </>
            }
          >
            <ClaimedFacts p={p} view={view} />
          </Facts>
        </div>
      </article>
      <Evidence p={p} view={view} />
      <Vouchers p={p} endorsements={shown.endorsements} />
      <Issuer p={p} view={view} issuer={issuer} />
    </>
  );
}

function Hung({ p, shown }: { p: Page; shown: ShownElsewhere }) {
  const { holding } = shown;
  const version = holding.format.version ?? '?';
  return (
    <div class="aw__left">
      <MountFrame empty={!holding.imageFile}>
        {holding.imageFile ? (
          <BadgeImage src={holdingAddress(shown, '/picture')} alt={holding.view.name} size="xl" />
        ) : null}
      </MountFrame>
      <Label name={<bdi>{holding.view.name}</bdi>} title={p.t('showing.elsewhere.what', { version })}>
        {p.t('showing.elsewhere.kept', { name: shown.holderName, date: p.date(holding.acceptedAt) })}
      </Label>
      <div class="aw__acts no-print">
        <ButtonLink href={verifyAddress(p, shown)} rel="nofollow">
          {p.t('showing.verify')}
        </ButtonLink>
        <ButtonLink href={holdingAddress(shown, '/original')} look="quiet" download rel="nofollow">
          {p.t('showing.take')}
        </ButtonLink>
      </div>
      <p class="caption no-print">{p.t('showing.elsewhere.verify')}</p>
    </div>
  );
}

function Issuer({ p, view, issuer }: { p: Page; view: BadgeView; issuer: string }) {
  return (
    <Plate id="issuer" title={p.t('showing.issuer')} label={p.t('showing.elsewhere.issuer')} small>
      <div class="issuer">
        <div class="row isr">
          <OrgMark id={view.issuer.id} size="l" />
          <div>
            <p class="who__name who__name--big">
              <bdi>{issuer}</bdi>
            </p>
            <p class="label">
              <OutsideLink url={view.issuer.url} />
            </p>
            <p class="label mono aw__address" dir="ltr">
              {view.issuer.id}
            </p>
          </div>
        </div>
        {view.issuer.description ? <Markdown text={view.issuer.description} /> : null}
      </div>
    </Plate>
  );
}
