import { State, type StateKind } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { AwardState } from '../model.ts';

const kinds: Record<AwardState, StateKind> = {
  scheduled: 'open',
  sent: 'talk',
  opened: 'talk',
  bounced: 'force',
  claimed: 'answered',
  declined: 'ended',
  expired: 'ended',
  withdrawn: 'ended',
  suspended: 'parked',
  revoked: 'ended',
};

export function AwardStateMark({ p, state }: { p: Page; state: AwardState }) {
  return <State kind={kinds[state]}>{p.t(`awards.state.${state}`)}</State>;
}
