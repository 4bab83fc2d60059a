import {
  BadgeImage,
  EmptyState,
  Go,
  Label,
  Layout,
  Markdown,
  MountFrame,
  OrgMark,
  Plate,
  State,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Achievement, picturePath } from '../../achievements/index.ts';
import type { Issuer } from '../../profiles/index.ts';
import { AchievementFacts } from './achievement-facts.tsx';
import { StaffActs } from './staff-acts.tsx';
import { VersionList } from './version-list.tsx';

export interface AchievementPageProps {
  p: Page;
  achievement: Achievement;
  issuer: Issuer;
  logo: string | undefined;
  /** Those that the reader may see, newest first. */
  versions: Achievement[];
  holders: number;
  isStaff: boolean;
}

export function AchievementPage(props: AchievementPageProps) {
  const { p, achievement, issuer, versions } = props;
  const { id, name, description, lang, state } = achievement;
  const isOut = state !== 'draft';
  return (
    <Layout
      p={p}
      title={name}
      description={description || undefined}
      current="badges"
      crumbs={[
        { href: '/explore', label: p.t('explore.title') },
        { href: `/explore?issuer=${issuer.id}`, label: issuer.name },
      ]}
      alternates={isOut ? [{ type: 'application/ld+json', href: `/achievements/${id}` }] : []}
      noIndex={!isOut}
      openGraph={
        isOut ? { image: `${p.base}/achievements/${id}/image.png`, imageAlt: achievement.imageAlt } : undefined
      }
    >
      <article class="sheet aw">
        <div class="aw__left">
          <Picture {...props} />
          <Maker {...props} />
          <StaffActs {...props} />
        </div>
        <div class="aw__right">
          <p class="caption free">
            <StateOf {...props} />
          </p>
          <h1 lang={lang} dir="auto">
            {name}
          </h1>
          {description ? (
            <p class="wall-text" lang={lang} dir="auto">
              {description}
            </p>
          ) : null}
          <AchievementFacts {...props} />
        </div>
      </article>
      {achievement.criteriaNarrative ? (
        <Plate id="more" title={p.t('explore.badge.how')} label={p.t('explore.badge.how.label')}>
          <Markdown text={achievement.criteriaNarrative} lang={lang} />
        </Plate>
      ) : null}
      <Plate id="get" title={p.t('explore.badge.get')} label={p.t('explore.badge.get.label')} small>
        <p class="wall-text">{p.t(`explore.badge.get.${issuer.endedAt ? 'ended' : state}`, { issuer: issuer.name })}</p>
        {state === 'published' && !issuer.endedAt ? <Go href="/c">{p.t('explore.badge.get.code')}</Go> : null}
      </Plate>
      <Behind {...props} />
      {versions.length > 1 ? (
        <Plate id="versions" title={p.t('explore.badge.versions')} label={p.t('explore.badge.versions.label')} small>
          <VersionList p={p} versions={versions} current={id} />
        </Plate>
      ) : null}
    </Layout>
  );
}

function Picture({ p, achievement }: AchievementPageProps) {
  if (!achievement.design && !achievement.imageFile) {
    return (
      <MountFrame empty>
        <EmptyState>{p.t('explore.badge.no-picture')}</EmptyState>
      </MountFrame>
    );
  }
  return (
    <MountFrame>
      <BadgeImage src={picturePath(achievement, 1024)} alt={achievement.imageAlt} size="xl" />
    </MountFrame>
  );
}

function Maker({ p, achievement, issuer }: AchievementPageProps) {
  const date = achievement.publishedAt ?? achievement.createdAt;
  return (
    <Label
      name={achievement.name}
      more={p.t('explore.badge.version', { version: achievement.version })}
      title={p.t('explore.badge.medium')}
    >
      {p.t('explore.badge.made', { issuer: issuer.name, date: p.date(date) })}
    </Label>
  );
}

function StateOf({ p, achievement, versions, issuer }: AchievementPageProps) {
  const newest = versions.find((version) => version.state === 'published');
  if (achievement.state === 'draft') return <State kind="open">{p.t('explore.badge.draft')}</State>;
  if (achievement.state === 'published') {
    return (
      <>
        {p.t('explore.badge.by')} <a href={`/explore?issuer=${issuer.id}`}>{issuer.name}</a>
      </>
    );
  }
  return (
    <>
      <State kind="ended">{p.t('explore.badge.archived')}</State>{' '}
      {newest && newest.version > achievement.version ? (
        <a href={`/achievements/${newest.id}`}>{p.t('explore.badge.newer', { version: newest.version })}</a>
      ) : null}
    </>
  );
}

function Behind({ p, issuer, logo }: AchievementPageProps) {
  const page = issuer.kind === 'hub' ? '/' : `/organizations/${encodeURIComponent(issuer.handle ?? issuer.id)}`;
  return (
    <Plate id="issuer" title={p.t('explore.badge.behind')} label={p.t('explore.badge.behind.label')} small>
      <div class="row isr">
        <OrgMark id={issuer.id} logo={logo} size="l" />
        <div>
          <p class="who__name who__name--big">
            <a href={page} dir="auto">
              {issuer.name}
            </a>
          </p>
          <p class="label">
            {p.t(issuer.location ? 'explore.badge.here-since-at' : 'explore.badge.here-since', {
              date: p.date(issuer.createdAt),
              location: issuer.location ?? '',
            })}
          </p>
          <Go href={`/issuers/${issuer.id}`}>{p.t('explore.badge.profile')}</Go>
        </div>
      </div>
    </Plate>
  );
}
