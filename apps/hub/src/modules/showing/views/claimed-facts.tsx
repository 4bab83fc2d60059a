import type { BadgeView } from 'openbadges';
import { FactsCriteria, FactsGroup, FactsRow, Markdown, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { instantOf, webAddress } from '../model.ts';
import { Alignments } from './award-facts.tsx';

/** What a badge from elsewhere says of itself. */
export function ClaimedFacts({ p, view }: { p: Page; view: BadgeView }) {
  return (
    <FactsGroup>
      {view.narrative ? (
        <FactsRow name={p.t('showing.facts.done')}>
          <Markdown text={view.narrative} />
        </FactsRow>
      ) : null}
      {view.criteria || webAddress(view.criteriaUrl) ? (
        <FactsRow name={p.t('showing.facts.criteria.text')}>
          {view.criteria ? <Markdown text={view.criteria} /> : null}
          <OutsideLink url={view.criteriaUrl} />
        </FactsRow>
      ) : null}
      {view.results.length > 0 ? (
        <FactsRow name={p.t('showing.facts.results')}>
          <FactsCriteria
            items={view.results.map(({ name, value, status }) => ({
              text: <bdi>{name ?? p.t('showing.facts.result')}</bdi>,
              result: [value, status].filter(Boolean).join(', '),
            }))}
          />
        </FactsRow>
      ) : null}
      {view.alignments.length > 0 ? (
        <FactsRow name={p.t('showing.facts.aligned')}>
          <Alignments alignments={view.alignments} />
        </FactsRow>
      ) : null}
      {view.tags.length > 0 ? (
        <FactsRow name={p.t('showing.facts.tags')}>
          <span dir="auto">{view.tags.join(', ')}</span>
        </FactsRow>
      ) : null}
      <FactsRow name={p.t('showing.facts.valid')}>
        <Term p={p} view={view} />
      </FactsRow>
    </FactsGroup>
  );
}

function Term({ p, view }: { p: Page; view: BadgeView }) {
  const from = instantOf(view.validFrom ?? view.awardedAt);
  const until = instantOf(view.validUntil);
  return (
    <>
      {from ? (
        <>
          {p.t('showing.facts.valid.from')} <Time p={p} at={from} />
          {', '}
        </>
      ) : null}
      {until ? (
        <>
          {p.t('showing.facts.valid.until')} <Time p={p} at={until} />
        </>
      ) : (
        p.t('showing.facts.valid.endless')
      )}
    </>
  );
}

export function OutsideLink({ url }: { url: string | undefined }) {
  const address = webAddress(url);
  return address ? (
    <a class="aw__address" href={address} rel="nofollow ugc noopener">
      {address}
    </a>
  ) : null;
}
