import type { Id } from './ids.ts';
import type { Tx } from './tables.ts';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text; every line of it can be read without HTML. The HTML part is made from it. */
  text: string;
  /** The one thing to do, shown as a button and as an address in the text. */
  action?: { label: string; url: string };
  /** What it is about, so that its state can be shown there: `awd_…`, `acc_…`. */
  about: Id;
  lang: string;
  /** PNG shown above the text. */
  picture?: { alt: string; url: string };
  replyTo?: string;
}

export interface Mail {
  /** Puts the letter into the outbox in the caller's transaction; a job sends it. */
  post(tx: Tx, letter: Letter, options?: { at?: Date }): Promise<Id<'out'>>;
  postAll(tx: Tx, letters: Letter[], options?: { at?: Date }): Promise<Id<'out'>[]>;
  /** Takes back the letters about something that still wait. */
  withdraw(tx: Tx, about: Id): Promise<void>;
  /** False: nobody sends, the outbox page shows what would have gone. */
  canSend: boolean;
}
