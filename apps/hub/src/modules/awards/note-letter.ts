import { system } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { type Id, isId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { markBounced, markSent } from './store.ts';

interface LetterNews {
  about: Id;
  state: 'sent' | 'failed';
  failure?: string;
}

/** What became of a letter is written down at its award, in the transaction that knows it. */
export async function noteLetter(app: App, tx: Tx, { about, state, failure }: LetterNews): Promise<void> {
  if (!isId('awd', about)) return;
  const mark = state === 'sent' ? markSent : markBounced;
  const [award] = await mark(tx, [about], app.clock());
  if (!award) return;
  if (award.batch) await app.live.publish(tx, `batch:${award.batch}`, { [state]: 1 });
  await record(app, tx, {
    verb: state === 'sent' ? 'award.sent' : 'award.bounced',
    by: system,
    about,
    onBehalfOf: award.issuer,
    data: failure ? { failure } : {},
  });
}
