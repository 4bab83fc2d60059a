import { EmptyState, Go, Layout, Markdown, Plinth, Shelf, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Holding, issuerName } from '../../backpack/index.ts';
import { holdingAddress } from '../elsewhere-model.ts';
import type { ShownCollection } from '../load-collection.ts';
import { instantOf } from '../model.ts';

export interface CollectionPageProps {
  p: Page;
  shown: ShownCollection;
  isHolder: boolean;
  isShared: boolean;
}

/** Badges that somebody arranged to be seen together. */
export function CollectionPage({ p, shown, isHolder, isShared }: CollectionPageProps) {
  const { collection, holderName, holdings } = shown;
  const title = p.t('showing.collection.title', { title: collection.title, name: holderName });
  return (
    <Layout
      p={p}
      title={title}
      description={`${p.t('showing.collection.by', { count: holdings.length })} ${holderName}`}
      current="badges"
      openGraph={{ title, type: 'profile' }}
      noIndex={isShared || collection.visibility !== 'public'}
    >
      {isHolder ? (
        <div class="sheet no-print">
          <p class="ui whosees">
            <span>{p.t(`showing.sees.${collection.visibility}`)}</span>{' '}
            <Go href={`/backpack/collections/${collection.id}`}>{p.t('showing.sees.change')}</Go>
          </p>
        </div>
      ) : null}
      <div class="sheet pagehead pagehead--two">
        <div class="pagehead__t">
          <p class="caption free">
            {p.t('showing.collection.by', { count: holdings.length })} <bdi>{holderName}</bdi>
          </p>
          <h1 dir="auto">{collection.title}</h1>
        </div>
        {collection.text ? (
          <div class="pagehead__say">
            <Markdown text={collection.text} />
          </div>
        ) : null}
      </div>
      <div class="sheet">
        {holdings.length === 0 ? <EmptyState>{p.t('showing.collection.empty')}</EmptyState> : null}
        <Shelf label={p.t('showing.collection.badges')}>
          {holdings.map((holding) => (
            <Shown p={p} holding={holding} />
          ))}
        </Shelf>
      </div>
    </Layout>
  );
}

function Shown({ p, holding }: { p: Page; holding: Holding }) {
  const { name, awardedAt } = holding.view;
  const awarded = instantOf(awardedAt);
  return (
    <Plinth href={pageOf(holding)} image={pictureOf(holding)} name={<bdi>{name}</bdi>}>
      <bdi>{issuerName(holding.view) || p.t('showing.elsewhere.unnamed')}</bdi>
      {awarded ? (
        <>
          {', '}
          <Time p={p} at={awarded} style="month" />
        </>
      ) : null}
    </Plinth>
  );
}

function pageOf(holding: Holding): string {
  const { credentialId, visibility, linkToken } = holding;
  if (!credentialId) return holdingAddress({ holding });
  return `/credentials/${credentialId}${visibility === 'link' ? `?key=${linkToken}` : ''}`;
}

/** An empty roundel, for badges that came without a picture. */
const empty = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><circle cx="100" cy="100" r="88" fill="none" stroke="#767676" stroke-width="3" stroke-dasharray="9 7"/></svg>',
)}`;

function pictureOf(holding: Holding): string {
  const own = holding.credentialId && holding.view.achievementId?.match(/\/achievements\/(ach_[0-9a-z]+)$/)?.[1];
  if (own) return `/achievements/${own}/image.png?size=512`;
  return holding.imageFile ? holdingAddress({ holding }, '/picture') : empty;
}
