import type { Child } from 'hono/jsx';
import {
  ButtonLink,
  EmptyState,
  Layout,
  PageHead,
  Plate,
  Plinth,
  Shelf,
  State,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Issuer } from '../../profiles/index.ts';
import { type Achievement, missingParts } from '../model.ts';
import { achievementPath, picturePath } from '../paths-model.ts';

interface Props {
  p: Page;
  issuer: Issuer;
  achievements: Achievement[];
}

export function IssuerListPage({ p, issuer, achievements }: Props) {
  const title = p.t('achievements.of', { issuer: issuer.name });
  const of = (state: Achievement['state']) => achievements.filter((one) => one.state === state);
  return (
    <Layout p={p} title={title} current="badges" noIndex crumbs={crumbsOf(p, issuer)}>
      <PageHead
        title={title}
        say={achievements.length > 0 ? p.t('achievements.list.say', { count: achievements.length }) : undefined}
        acts={
          issuer.endedAt ? undefined : (
            <ButtonLink href={`/achievements/new?issuer=${issuer.id}`}>{p.t('achievements.new')}</ButtonLink>
          )
        }
      />
      {achievements.length === 0 ? (
        <div class="sheet">
          <EmptyState>{p.t('achievements.list.none')}</EmptyState>
        </div>
      ) : null}
      <Part p={p} state="draft" list={of('draft')} />
      <Part p={p} state="published" list={of('published')} />
      <Part p={p} state="archived" list={of('archived')} />
    </Layout>
  );
}

function crumbsOf(p: Page, issuer: Issuer) {
  if (issuer.kind === 'hub') return [{ href: '/', label: issuer.name }];
  return [
    { href: '/organizations', label: p.t('achievements.organizations') },
    { href: `/organizations/${encodeURIComponent(issuer.handle ?? issuer.id)}`, label: issuer.name },
  ];
}

function Part({ p, state, list }: { p: Page; state: Achievement['state']; list: Achievement[] }) {
  if (list.length === 0) return null;
  return (
    <Plate id={state} title={p.t(`achievements.list.${state}`)} label={p.t(`achievements.list.${state}.label`)}>
      <Shelf>
        {list.map((achievement) => (
          <Plinth
            href={achievementPath(achievement)}
            image={achievement.design || achievement.imageFile ? picturePath(achievement, 256) : emptyPicture}
            name={achievement.name}
          >
            {captionOf(p, achievement)}
          </Plinth>
        ))}
      </Shelf>
    </Plate>
  );
}

/** An empty mount. */
const emptyPicture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><path d="M20 20H180V180H20Z" fill="none" stroke="#8a8578" stroke-width="3" stroke-dasharray="9 9"/></svg>')}`;

function captionOf(p: Page, achievement: Achievement): Child {
  const version = p.t('achievements.version', { version: achievement.version });
  const date = p.date(achievement.changedAt);
  if (achievement.state !== 'draft') return p.t('achievements.list.caption', { version, date });
  const missing = missingParts(achievement).length;
  return (
    <>
      <State kind="open">{p.t('achievements.state.draft')}</State>{' '}
      {missing > 0 ? p.t('achievements.list.missing', { version, count: missing }) : version}
    </>
  );
}
