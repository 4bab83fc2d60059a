import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import type { Id } from '../kernel/ids.ts';
import type { Job } from '../kernel/jobs.ts';
import type { Letter } from '../kernel/mail.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/tables.ts';
import type { OutboxRow } from './mail.ts';
import { letterHtml, letterText } from './mail-letter.ts';
import { readTrouble, type Trouble } from './mail-trouble.ts';

export interface LetterNews {
  id: Id<'out'>;
  about: Id;
  state: 'sent' | 'failed';
  failure?: string;
}

/** Told in the transaction that writes the state down; what it changes is true when, and only when, the state is. */
export type OnLetterState = (app: App, tx: Tx, letter: LetterNews) => Promise<void>;

const sendersAtOnce = 3;
const triesAtMost = 5;
const minutesUntilTry = [1, 5, 30, 120];

/** The job that sends what is due. Safe to run twice, at once or one after the other. */
export function makeSendDue(onLetterState?: OnLetterState): Job<Record<string, never>> {
  const sendDue: Job<Record<string, never>> = {
    name: 'mail.send-due',
    payload: z.strictObject({}),
    // Also after a restore, which brings letters back and no jobs.
    cron: '*/5 * * * *',
    async run(app) {
      const { smtpUrl } = app.config;
      if (!smtpUrl) return keepAll(app);
      const transport = await openTransport(smtpUrl);
      const round = { app, transport, sendDue, onLetterState, serverTrouble: undefined };
      try {
        await Promise.all(Array.from({ length: sendersAtOnce }, () => sendUntilNoneIsDue(round)));
      } finally {
        transport.close();
      }
    },
  };
  return sendDue;
}

interface Round {
  app: App;
  transport: Transporter;
  sendDue: Job<Record<string, never>>;
  onLetterState: OnLetterState | undefined;
  serverTrouble: Trouble | undefined;
}

async function sendUntilNoneIsDue(round: Round): Promise<void> {
  while (!round.serverTrouble && (await sendNext(round))) {
    // each turn sends one letter
  }
}

/** The letter stays locked while it is on its way: a process that dies gives it back, and nobody else sends it meanwhile. */
async function sendNext(round: Round): Promise<boolean> {
  const { app, transport } = round;
  return app.db.transaction().execute(async (tx) => {
    const letter = await tx
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('send_at', '<=', app.clock())
      .orderBy('send_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!letter) return false;
    const trouble = await send(transport, app.config.mailFrom, letter);
    if (!trouble) await markSent(round, tx, letter);
    else if (trouble.whose === 'server') await putBack(round, tx, letter, trouble);
    else await markTried(round, tx, letter, trouble);
    return true;
  });
}

async function send(transport: Transporter, from: string, letter: OutboxLetter): Promise<Trouble | undefined> {
  if (!isOneAddress(letter.recipient)) return { whose: 'letter', code: 'address-invalid', forGood: true };
  try {
    await transport.sendMail({
      from,
      // An object is taken as it is; a text would be read as a list of addresses.
      to: { name: '', address: letter.recipient },
      ...(letter.reply_to && isOneAddress(letter.reply_to) && { replyTo: { name: '', address: letter.reply_to } }),
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      // The same for each try, so that a receiver can tell a repetition.
      messageId: `<${letter.id}@${hostOf(from)}>`,
      // RFC 3834 §5
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.lang },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return undefined;
  } catch (error) {
    return readTrouble(error);
  }
}

type OutboxLetter = Pick<
  OutboxRow,
  'id' | 'about' | 'recipient' | 'reply_to' | 'subject' | 'text' | 'html' | 'lang'
> & {
  attempts: number;
};

const isOneAddress = (text: string) => /^[^\s"(),:;<>@[\\\]]{1,64}@[^\s"(),:;<>@[\\\]]{1,255}$/.test(text);
const hostOf = (from: string) => /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';

async function markSent({ app, onLetterState }: Round, tx: Tx, { id, about, attempts }: OutboxLetter): Promise<void> {
  const changes = { state: 'sent', sent_at: app.clock(), attempts: attempts + 1, failure: null } as const;
  await tx.updateTable('outbox').set(changes).where('id', '=', id).execute();
  await onLetterState?.(app, tx, { id, about, state: 'sent' });
}

async function markTried(round: Round, tx: Tx, letter: OutboxLetter, { code, forGood }: Trouble): Promise<void> {
  const { app, onLetterState, sendDue } = round;
  const { id, about } = letter;
  const attempts = letter.attempts + 1;
  const mark = tx.updateTable('outbox').where('id', '=', id);
  if (forGood || attempts >= triesAtMost) {
    await mark.set({ state: 'failed', attempts, failure: code }).execute();
    await onLetterState?.(app, tx, { id, about, state: 'failed', failure: code });
    return;
  }
  const again = minutesFromNow(app, minutesUntilTry[attempts - 1] ?? 120);
  await mark.set({ attempts, failure: code, send_at: again }).execute();
  await app.jobs.add(tx, sendDue, {}, { at: again });
}

// No letter loses a try to a server that is down; this one lets the others go first.
async function putBack(round: Round, tx: Tx, { id }: OutboxLetter, trouble: Trouble): Promise<void> {
  round.serverTrouble = trouble;
  round.app.log.warn({ code: trouble.code }, 'The mail server does not take letters now');
  const again = minutesFromNow(round.app, 1);
  await tx.updateTable('outbox').set({ failure: trouble.code, send_at: again }).where('id', '=', id).execute();
  await round.app.jobs.add(tx, round.sendDue, {}, { at: again });
}

const minutesFromNow = (app: Pick<App, 'clock'>, minutes: number) => new Date(app.clock().getTime() + minutes * 60_000);

/** Letters that wait although there is no mail server any more. */
async function keepAll({ db, clock }: App): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'kept' })
    .where('state', '=', 'waiting')
    .where('send_at', '<=', clock())
    .execute();
}

/** Sends one letter at once, past the outbox; the code of what went wrong, undefined when it went. */
export async function sendTestLetter(
  { config, newId }: Pick<App, 'config' | 'newId'>,
  letter: Letter,
): Promise<string | undefined> {
  if (!config.smtpUrl) throw new Refusal('mail.not-configured');
  const transport = await openTransport(config.smtpUrl);
  const { to: recipient, subject, about, lang } = letter;
  const row = { id: newId('out'), recipient, subject, about, lang, text: letterText(letter), html: letterHtml(letter) };
  try {
    return (await send(transport, config.mailFrom, { ...row, reply_to: null, attempts: 0 }))?.code;
  } finally {
    transport.close();
  }
}

/** Asks the mail server whether it would take letters; the code of what is wrong, else undefined. */
export async function verifyMailServer(smtpUrl: string): Promise<string | undefined> {
  const transport = await openTransport(smtpUrl);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return readTrouble(error).code;
  } finally {
    transport.close();
  }
}

async function openTransport(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const limits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
  return createTransport({ url: smtpUrl, pool: true, maxConnections: sendersAtOnce, ...limits });
}
