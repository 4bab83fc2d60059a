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

/** Where nobody sends mail, a letter is in the outbox and nowhere else: saying that it was sent would be wrong. */
export function stateKey(state: AwardState, canSend: boolean): string {
  return state === 'sent' && !canSend ? 'awards.state.kept' : `awards.state.${state}`;
}

export function AwardStateMark({ p, state, canSend }: { p: Page; state: AwardState; canSend: boolean }) {
  return <State kind={kinds[state]}>{p.t(stateKey(state, canSend))}</State>;
}
