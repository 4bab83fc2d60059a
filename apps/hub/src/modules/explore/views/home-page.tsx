import {
  BadgeImage,
  ButtonLink,
  EmptyState,
  Go,
  IndexList,
  Label,
  Layout,
  PageHead,
  Plate,
  Poster,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { achievementPath, picturePath } from '../../achievements/index.ts';
import type { Issuer } from '../../profiles/index.ts';
import type { FoundBadge, FoundIssuer } from '../model.ts';
import type { Numbers } from '../store.ts';
import { BadgeShelf } from './badge-shelf.tsx';
import { FirstSteps, nextStep } from './first-steps.tsx';

export interface HomePageProps {
  p: Page;
  numbers: Numbers;
  /** Newest first. */
  badges: FoundBadge[];
  issuers: FoundIssuer[];
  allIssuers: number;
  /** For whom the reader issues. */
  mine: Issuer[];
}

/** A sentence that is longer is read, not shouted. */
const longestPoster = 120;

export function HomePage(props: HomePageProps) {
  const { p, badges, numbers } = props;
  const isSettingUp = numbers.awarded === 0 && (p.actor.isSteward || props.mine.length > 0);
  return (
    <Layout p={p} title={p.alliance.name} description={p.alliance.purpose || undefined}>
      {isSettingUp ? <SettingUp {...props} /> : <Hero {...props} />}
      <Plate
        id="badges"
        title={p.t('explore.home.newest')}
        label={p.t('explore.home.newest.label')}
        more={badges.length > 0 ? <Go href="/explore">{p.t('explore.home.all', { count: numbers.badges })}</Go> : null}
      >
        {badges.length === 0 ? (
          <EmptyState action={<Go href="/verify">{p.t('explore.home.verify')}</Go>}>
            {p.t('explore.home.none')}
          </EmptyState>
        ) : (
          <BadgeShelf p={p} badges={badges} />
        )}
      </Plate>
      <Issuers {...props} />
      <WhatYouCanDo {...props} />
    </Layout>
  );
}

/** Whoever still has everything to do finds what to do first, and the poster when the first badge was awarded. */
function SettingUp(props: HomePageProps) {
  const { p } = props;
  const next = nextStep(props);
  return (
    <>
      <PageHead
        title={p.alliance.name}
        say={said(props)}
        acts={next ? <ButtonLink href={next.href}>{p.t(`explore.first.${next.id}.go`)}</ButtonLink> : undefined}
      />
      <FirstSteps {...props} />
    </>
  );
}

function Hero(props: HomePageProps) {
  const { p, badges } = props;
  const { poster, rest } = posterOf(p);
  const [newest] = badges;
  return (
    <div class="sheet home-hero">
      <Poster lines={[poster]} />
      <div class="home-hero__say">
        {rest ? <p class="wall-text">{rest}</p> : null}
        <p class="wall-text">{said(props)}</p>
        <p class="row">
          <ButtonLink href="/explore">{p.t('explore.home.look')}</ButtonLink>
          <Go href="/verify">{p.t('explore.home.verify')}</Go>
          {p.actor.kind === 'visitor' ? <Go href="/sign-up">{p.t('explore.home.join')}</Go> : null}
        </p>
      </div>
      {newest ? (
        <div class="home-hero__badge">
          <a href={achievementPath(newest)} aria-label={newest.name}>
            <BadgeImage src={picturePath(newest)} alt="" size="xl" />
          </a>
          <Label name={newest.name} title={p.t('explore.home.hung')}>
            {p.t('explore.by', { issuer: newest.issuerName, date: p.date(newest.publishedAt) })}
          </Label>
        </div>
      ) : null}
    </div>
  );
}

/** What the alliance is for, as large as it is meant: its first sentence, or the name before a long one. */
function posterOf(p: Page): { poster: string; rest: string } {
  const purpose = p.alliance.purpose.replace(/\s+/g, ' ').trim();
  if (purpose === '') return { poster: p.alliance.name, rest: '' };
  if (purpose.length <= longestPoster) return { poster: purpose, rest: '' };
  const [first] = new Intl.Segmenter(p.locale, { granularity: 'sentence' }).segment(purpose);
  const poster = first?.segment.trim() ?? '';
  if (poster === '' || poster.length > longestPoster) return { poster: p.alliance.name, rest: purpose };
  return { poster, rest: purpose.slice(first?.segment.length).trim() };
}

/** Numbers that are true, and none where there is nothing to count. */
function said({ p, numbers, issuers }: HomePageProps): string {
  if (numbers.badges === 0) return p.t('explore.home.say.empty');
  const offered = p.t('explore.home.say.badges', {
    badges: numbers.badges,
    issuers: Math.max(numbers.issuers, issuers.length),
  });
  return numbers.accepted === 0
    ? offered
    : `${offered} ${p.t('explore.home.say.held', { held: numbers.accepted, holders: numbers.holders })}`;
}

function Issuers({ p, issuers, allIssuers }: HomePageProps) {
  if (issuers.length === 0) return null;
  return (
    <Plate
      id="issuers"
      title={p.t('explore.home.issuers')}
      label={p.t('explore.home.issuers.label')}
      more={
        allIssuers > issuers.length ? (
          <Go href="/explore/issuers">{p.t('explore.home.issuers.all', { count: allIssuers })}</Go>
        ) : null
      }
    >
      <IndexList
        entries={issuers.map(({ id, name, badges, location }) => ({
          href: `/explore?issuer=${id}`,
          label: name,
          count: p.t('explore.count', { count: badges }),
          caption: location,
        }))}
      />
    </Plate>
  );
}

function WhatYouCanDo({ p, mine }: HomePageProps) {
  const issuer = mine.find(({ kind }) => kind === 'organization');
  const parts = [
    { id: 'check', href: '/verify' },
    { id: 'keep', href: p.actor.kind === 'visitor' ? '/sign-in' : '/backpack' },
    { id: 'give', href: issuer ? `/achievements/new?issuer=${issuer.id}` : '/organizations/new' },
  ];
  return (
    <Plate id="do" title={p.t('explore.home.do')}>
      <ul class="cols-3 home-do">
        {parts.map(({ id, href }) => (
          <li>
            <h3>{p.t(`explore.home.do.${id}`)}</h3>
            <p class="small">{p.t(`explore.home.do.${id}.say`)}</p>
            <Go href={href}>{p.t(id === 'give' && issuer ? 'explore.first.badge.go' : `explore.home.do.${id}.go`)}</Go>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
