import { Facts, FactsCriteria, FactsGroup, FactsRow } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Achievement, typeName } from '../../achievements/index.ts';
import type { AchievementPageProps } from './achievement-page.tsx';

/** What the issuer promises about the badge, and what this hub counts. */
export function AchievementFacts({ p, achievement, holders }: AchievementPageProps) {
  const { criteria, evidenceWanted, evidenceRequired, alignments } = achievement;
  return (
    <Facts
      title={p.t('explore.facts')}
      big={
        achievement.state === 'draft'
          ? undefined
          : { label: p.t('explore.facts.holders'), value: p.number(holders), note: p.t('explore.facts.holders.note') }
      }
      foot={p.t('explore.facts.foot')}
    >
      <FactsGroup>
        {criteria.length > 0 ? (
          <FactsRow name={p.t('explore.facts.criteria', { count: criteria.length })}>
            <FactsCriteria items={criteria.map(({ text }) => ({ text: <Words text={text} of={achievement} /> }))} />
          </FactsRow>
        ) : null}
        {evidenceWanted || evidenceRequired ? (
          <FactsRow name={p.t('explore.facts.evidence')}>
            <Words text={evidenceWanted} of={achievement} />{' '}
            {evidenceRequired ? <b>{p.t('explore.facts.evidence.required')}</b> : null}
          </FactsRow>
        ) : null}
        <FactsRow name={p.t('explore.facts.valid')}>
          {achievement.validMonths
            ? p.t('explore.facts.valid.months', { count: achievement.validMonths })
            : p.t('explore.facts.valid.always')}
        </FactsRow>
      </FactsGroup>
      <FactsGroup last>
        <FactsRow name={p.t('explore.facts.type')}>{typeName(p, achievement.achievementType)}</FactsRow>
        {alignments.length > 0 ? (
          <FactsRow name={p.t('explore.facts.aligned')}>
            <Alignments alignments={alignments} />
          </FactsRow>
        ) : null}
        <FactsRow name={p.t('explore.facts.lang')}>
          {new Intl.DisplayNames([p.locale], { type: 'language' }).of(achievement.lang)}
        </FactsRow>
        <Tags p={p} tags={achievement.tags} />
      </FactsGroup>
    </Facts>
  );
}

function Words({ text, of }: { text: string; of: Achievement }) {
  return (
    <span class="asis" lang={of.lang} dir="auto">
      {text}
    </span>
  );
}

function Alignments({ alignments }: Pick<Achievement, 'alignments'>) {
  return (
    <ul>
      {alignments.map(({ targetName, targetUrl, targetFramework, targetCode, targetDescription }) => (
        <li dir="auto">
          <a href={targetUrl} rel="nofollow ugc noopener">
            {targetName}
          </a>
          {[targetFramework, targetCode].filter(Boolean).map((word) => `, ${word}`)}
          {targetDescription ? <span class="caption"> {targetDescription}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Tags({ p, tags }: { p: Page; tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <FactsRow name={p.t('explore.facts.tags')}>
      <span class="row">
        {tags.map((tag) => (
          <a class="tag" href={`/explore?${new URLSearchParams({ tag })}`} dir="auto">
            {tag}
          </a>
        ))}
      </span>
    </FactsRow>
  );
}
