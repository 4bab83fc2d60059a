import type { Child } from 'hono/jsx';
import { Facts, FactsGroup, FactsRow, Ledger, LedgerItem, Markdown } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Holding } from '../model.ts';
import { issuerName } from '../shelf-model.ts';
import { isAddress, isDate } from './view-text.ts';

/** What the badge says, row by row; what it does not say has no row. */
export function HoldingFacts({ p, holding, older }: { p: Page; holding: Holding; older: Holding[] }) {
  const { view } = holding;
  const rows: [string, Child][] = [
    ['backpack.done', view.narrative ? <Markdown text={view.narrative} /> : undefined],
    [
      'backpack.criteria',
      view.criteria || isAddress(view.criteriaUrl) ? <Criteria p={p} holding={holding} /> : undefined,
    ],
    ['backpack.results', view.results.length > 0 ? resultsOf(view.results) : undefined],
    ['backpack.evidence', view.evidence.length > 0 ? <Evidence p={p} holding={holding} /> : undefined],
    ['backpack.aligned', view.alignments.length > 0 ? alignmentsOf(view.alignments) : undefined],
    ['backpack.tags', view.tags.length > 0 ? view.tags.join(', ') : undefined],
    ['backpack.made-out', recipientOf(p, holding)],
    [
      'backpack.valid',
      isDate(view.validUntil)
        ? p.t('backpack.valid.until', { date: p.date(view.validUntil) })
        : p.t('backpack.valid.always'),
    ],
    ['backpack.older', older.length > 0 ? p.t('backpack.older.say', { count: older.length }) : undefined],
  ];
  return (
    <Facts
      title={p.t('backpack.facts')}
      foot={p.t('backpack.facts.foot', { issuer: issuerName(view) || p.t('backpack.issuer-unreached') })}
    >
      <FactsGroup last>
        {rows.map(([name, value]) => (value ? <FactsRow name={p.t(name)}>{value}</FactsRow> : null))}
      </FactsGroup>
    </Facts>
  );
}

function Criteria({ p, holding: { view, awardId } }: { p: Page; holding: Holding }) {
  return (
    <>
      {view.criteria ? <Markdown text={view.criteria} /> : null}
      {isAddress(view.criteriaUrl) ? (
        <a href={view.criteriaUrl} rel="nofollow noopener">
          {awardId
            ? p.t('backpack.criteria.own')
            : p.t('backpack.criteria.at', { host: new URL(view.criteriaUrl).host })}
        </a>
      ) : null}
    </>
  );
}

const resultsOf = (results: Holding['view']['results']) =>
  results.map(({ name, value, status }) => [name, value ?? status].filter(Boolean).join(': ')).join('; ');

function alignmentsOf(alignments: Holding['view']['alignments']): Child {
  return alignments.map(({ name, url, framework }) => (
    <p>
      {isAddress(url) ? (
        <a href={url} rel="nofollow noopener">
          {name || url}
        </a>
      ) : (
        name
      )}
      {framework ? `, ${framework}` : ''}
    </p>
  ));
}

function Evidence({ p, holding: { view } }: { p: Page; holding: Holding }) {
  return (
    <Ledger label={p.t('backpack.evidence')}>
      {view.evidence.map(({ url, name, description, narrative }, index) => (
        <LedgerItem
          no={index + 1}
          title={name ?? url ?? p.t('backpack.evidence.piece')}
          href={isAddress(url) ? url : undefined}
          caption={description}
        >
          {narrative ? <Markdown text={narrative} /> : null}
        </LedgerItem>
      ))}
    </Ledger>
  );
}

/** What the badge itself says about whom it is for: often only a fingerprint of an address. */
function recipientOf(p: Page, { view }: Holding): string {
  const { name, id, identifiers } = view.recipient;
  const plain = identifiers.find(({ hashed, type }) => !hashed && type !== 'name')?.identity;
  const known = [name, plain ?? id].filter(Boolean).join(', ');
  return known || p.t(identifiers.length > 0 ? 'backpack.made-out.hashed' : 'backpack.made-out.nobody');
}
