import type { Child } from 'hono/jsx';
import {
  Facts,
  FactsCriteria,
  FactsGroup,
  FactsRow,
  Label,
  Layout,
  Ledger,
  LedgerItem,
  Markdown,
  MountFrame,
  Plate,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Achievement } from '../../achievements/index.ts';
import type { Evidence } from '../../awards/index.ts';
import type { Giver } from '../claim-model.ts';
import { BadgePicture } from './badge-picture.tsx';
import { IssuerWords } from './issuer-words.tsx';

export interface OfferProps {
  p: Page;
  achievement: Achievement;
  issuer: Giver;
  /** Above the name: who gives it, to whom. */
  caption: Child;
  /** From the issuer to the recipient. */
  message?: string;
  narrative?: string;
  evidence?: Evidence[];
  awardedAt?: Date;
  validUntil?: Date | undefined;
  /** What can be done. */
  children?: Child;
}

/** A badge that somebody is offered: what it is, what it says, and what to do about it. */
export function Offer(props: OfferProps) {
  const { p, achievement, issuer, caption, message, evidence = [], children } = props;
  return (
    <Layout p={p} title={achievement.name} noIndex>
      <article class="sheet aw claim">
        <div class="aw__left">
          <MountFrame>
            <BadgePicture src={`/achievements/${achievement.id}/image.svg`} alt={achievement.imageAlt} size="xl" />
          </MountFrame>
          <Label name={achievement.name} title={p.t('backpack.claim.signed')}>
            {p.t('backpack.claim.by', { issuer: issuer.name })}
          </Label>
        </div>
        <div class="aw__right">
          <p class="caption">{caption}</p>
          <h1 lang={achievement.lang} dir="auto">
            {achievement.name}
          </h1>
          <p class="wall-text" lang={achievement.lang} dir="auto">
            {achievement.description}
          </p>
          {message ? <IssuerWords text={message} by={issuer.name} /> : null}
          {children}
          <OfferFacts {...props} />
        </div>
      </article>
      {evidence.length > 0 ? <EvidencePlate p={p} evidence={evidence} /> : null}
    </Layout>
  );
}

function OfferFacts({ p, achievement, issuer, narrative, awardedAt, validUntil }: OfferProps) {
  const { criteria, criteriaNarrative } = achievement;
  return (
    <Facts title={p.t('backpack.claim.facts')} foot={p.t('backpack.claim.facts.foot', { issuer: issuer.name })}>
      <FactsGroup last>
        {narrative ? (
          <FactsRow name={p.t('backpack.done')}>
            <Markdown text={narrative} />
          </FactsRow>
        ) : null}
        <FactsRow name={p.t('backpack.criteria')}>
          {criteriaNarrative ? <Markdown text={criteriaNarrative} lang={achievement.lang} /> : null}
          {criteria.length > 0 ? <FactsCriteria items={criteria} /> : null}
        </FactsRow>
        {awardedAt ? (
          <FactsRow name={p.t('backpack.awarded')}>
            <Time p={p} at={awardedAt} />
          </FactsRow>
        ) : null}
        <FactsRow name={p.t('backpack.valid')}>
          {validUntil ? p.t('backpack.valid.until', { date: p.date(validUntil) }) : p.t('backpack.valid.always')}
        </FactsRow>
      </FactsGroup>
    </Facts>
  );
}

function EvidencePlate({ p, evidence }: { p: Page; evidence: Evidence[] }) {
  return (
    <Plate id="evidence" title={p.t('backpack.evidence')} label={p.t('backpack.claim.evidence')}>
      <Ledger>
        {evidence.map(({ url, name, description, narrative }, index) => (
          <LedgerItem
            no={index + 1}
            title={name || url || p.t('backpack.evidence.piece')}
            href={url}
            caption={description}
          >
            {narrative ? <Markdown text={narrative} /> : null}
          </LedgerItem>
        ))}
      </Ledger>
    </Plate>
  );
}
