import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { MessageValues } from '../../kernel/messages.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findAlliance } from '../actors/index.ts';

export type LetterKind =
  | 'sign-up'
  | 'have-account'
  | 'sign-in'
  | 'no-account'
  | 'reset'
  | 'verify-email'
  | 'email-added'
  | 'passkey-added'
  | 'password-changed'
  | 'test';

type Needs = Pick<App, 'mail' | 'messages' | 'urls'>;

interface Sent {
  to: string;
  lang: string;
  about: Id;
  /** Where the one thing to do is done. */
  path?: string;
  values?: MessageValues;
}

/** Posts one of the letters about an account; its words are `accounts.letter.<kind>.*` of the catalogue. */
export async function postLetter(
  app: Needs,
  tx: Tx,
  kind: LetterKind,
  { to, lang, about, path, values }: Sent,
): Promise<void> {
  const alliance = (await findAlliance(tx))?.name ?? 'Badge Alliance';
  const say = (part: string) =>
    app.messages.say(lang, `accounts.letter.${kind}.${part}`, { alliance, address: to, ...values });
  const action = path === undefined ? undefined : { label: say('action'), url: app.urls.page(path) };
  await app.mail.post(tx, { to, lang, about, subject: say('subject'), text: say('text'), action });
}

/** Nobody fills a stranger's mailbox from here, whether or not the address is known. */
export async function limitLetters(app: Pick<App, 'limits'>, to: string, from: string): Promise<void> {
  await app.limits.take(`letters from ${from}`, { capacity: 100, perMinute: 10 });
  await app.limits.take(`letters to ${to}`, { capacity: 5, perMinute: 0.2 });
}
