import type { Child } from 'hono/jsx';
import type { BadgeView } from 'openbadges';
import { Facts, FactsCriteria, FactsGroup, FactsRow, Markdown, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { webAddress } from '../model.ts';
import type { AwardPageProps } from './award-page.tsx';
import { LastCheck } from './last-check.tsx';

/** The nutrition label. Thick bars part what the issuer wrote from what others say. */
export function AwardFacts(props: AwardPageProps) {
  const { p, facts } = props;
  const { view, achievement, holders } = facts;
  return (
    <Facts
      title={p.t('showing.facts')}
      big={{
        label: p.t('showing.facts.holders'),
        value: p.number(holders),
        note: p.t('showing.facts.holders.note', { since: p.date(achievement.publishedAt ?? achievement.createdAt) }),
      }}
      foot={<LastCheck {...props} />}
    >
      <FactsGroup>
        <Row name={p.t('showing.facts.done')} when={view.narrative}>
          {(narrative) => <Markdown text={narrative} lang={achievement.lang} />}
        </Row>
        <Criteria {...props} />
        {view.results.length > 0 ? <Results p={p} view={view} /> : null}
        <Row name={p.t('showing.facts.evidence-wanted')} when={achievement.evidenceWanted || undefined}>
          {(wanted) => <span dir="auto">{wanted}</span>}
        </Row>
      </FactsGroup>
      <FactsGroup>
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
          <Valid {...props} />
        </FactsRow>
      </FactsGroup>
    </Facts>
  );
}

/** A fact that nobody stated has no row. */
function Row({ name, when, children }: { name: Child; when: string | undefined; children: (value: string) => Child }) {
  return when ? <FactsRow name={name}>{children(when)}</FactsRow> : null;
}

function Criteria({ p, facts }: AwardPageProps) {
  const { criteria, criteriaNarrative, lang } = facts.achievement;
  if (criteria.length === 0 && !criteriaNarrative) return null;
  return (
    <FactsRow
      name={
        criteria.length > 0
          ? p.t('showing.facts.criteria', { count: criteria.length })
          : p.t('showing.facts.criteria.text')
      }
    >
      {criteriaNarrative ? <Markdown text={criteriaNarrative} lang={lang} /> : null}
      {criteria.length > 0 ? (
        <FactsCriteria
          items={criteria.map(({ text }) => ({
            text: (
              <span lang={lang} dir="auto">
                {text}
              </span>
            ),
          }))}
        />
      ) : null}
    </FactsRow>
  );
}

function Results({ p, view }: { p: Page; view: BadgeView }) {
  return (
    <FactsRow name={p.t('showing.facts.results')}>
      <FactsCriteria
        items={view.results.map(({ name, value, status }) => ({
          text: <bdi>{name ?? p.t('showing.facts.result')}</bdi>,
          result: [value, status].filter(Boolean).join(', '),
        }))}
      />
    </FactsRow>
  );
}

export function Alignments({ alignments }: { alignments: BadgeView['alignments'] }) {
  return (
    <ul class="plain">
      {alignments.map(({ name, url, framework, code }) => {
        const address = webAddress(url);
        const more = [framework, code].filter(Boolean).join(' ');
        return (
          <li dir="auto">
            {address ? (
              <a href={address} rel="nofollow ugc noopener">
                {name}
              </a>
            ) : (
              name
            )}
            {more ? <span class="caption"> {more}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Valid({ p, facts, standing, shown, now }: AwardPageProps) {
  const { validFrom, validUntil } = facts.view;
  return (
    <>
      {p.t('showing.facts.valid.from')} <Time p={p} at={validFrom ?? shown.issuedAt} />
      {', '}
      {validUntil ? (
        <>
          {p.t('showing.facts.valid.until')} <Time p={p} at={validUntil} />
        </>
      ) : (
        p.t('showing.facts.valid.endless')
      )}
      . {p.t(`showing.facts.standing.${standing}`)} <Time p={p} at={now} style="datetime" />
    </>
  );
}
