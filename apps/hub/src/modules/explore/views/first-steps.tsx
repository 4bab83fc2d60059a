import { Ledger, LedgerItem, Plate, State } from '../../../web/components/index.ts';
import { issuerListPath } from '../../achievements/index.ts';
import type { HomePageProps } from './home-page.tsx';

interface FirstStep {
  id: string;
  href: string;
  done: boolean;
}

function stepsOf({ p, numbers, mine }: HomePageProps): FirstStep[] {
  const own = mine.find(({ kind }) => kind === 'organization') ?? mine[0];
  return [
    { id: 'organization', href: '/organizations/new', done: numbers.organizations > 0 },
    { id: 'badge', href: own ? `/achievements/new?issuer=${own.id}` : '/achievements/new', done: numbers.badges > 0 },
    { id: 'award', href: own ? issuerListPath(own) : '/explore', done: numbers.awarded > 0 },
    ...(p.actor.isSteward ? [{ id: 'outbox', href: '/outbox', done: false }] : []),
  ];
}

export function nextStep(props: HomePageProps): FirstStep | undefined {
  return stepsOf(props).find(({ done }) => !done);
}

/** For whoever sets the hub up: from nothing to the first letter, in four steps. */
export function FirstSteps(props: HomePageProps) {
  const { p } = props;
  const steps = stepsOf(props);
  const next = steps.findIndex(({ done }) => !done);
  return (
    <Plate id="steps" title={p.t('explore.first')} label={p.t('explore.first.label')}>
      <Ledger>
        {steps.map(({ id, href, done }, index) => (
          <LedgerItem
            no={p.number(index + 1)}
            title={p.t(`explore.first.${id}`)}
            href={index === next ? href : undefined}
            caption={p.t(`explore.first.${id}.say`)}
            side={
              done ? (
                <State kind="answered">{p.t('explore.first.done')}</State>
              ) : (
                <State kind={index === next ? 'talk' : 'open'}>
                  {p.t(index === next ? 'explore.first.next' : 'explore.first.later')}
                </State>
              )
            }
          />
        ))}
      </Ledger>
    </Plate>
  );
}
