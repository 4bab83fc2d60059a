import type { ColumnType, Generated } from 'kysely';
import type { App } from '../kernel/app.ts';
import type { Id } from '../kernel/ids.ts';
import type { Job } from '../kernel/jobs.ts';
import type { Letter, Mail } from '../kernel/mail.ts';
import { letterHtml, letterText } from './mail-letter.ts';

declare module '../kernel/tables.ts' {
  interface Tables {
    outbox: OutboxRow;
  }
}

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'withdrawn';

export interface OutboxRow {
  id: Id<'out'>;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  about: Id;
  lang: string;
  reply_to: string | null;
  state: ColumnType<LetterState, LetterState | undefined, LetterState>;
  attempts: Generated<number>;
  /** A short code: `smtp-550`, `address-invalid`, `server-timedout`. */
  failure: ColumnType<string | null, string | null | undefined, string | null>;
  send_at: Date;
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  created_at: Date;
}

interface Needs extends Pick<App, 'clock' | 'config' | 'jobs' | 'log' | 'newId'> {
  /** The job that looks for letters that are due (`makeSendDue`). */
  sendDue: Job<Record<string, never>>;
}

/** The outbox. Without a mail server letters are kept there and read by stewards. */
export function makeMail({ clock, config, jobs, log, newId, sendDue }: Needs): Mail {
  const canSend = config.smtpUrl !== undefined;

  function outboxRow(letter: Letter, at: Date | undefined) {
    const now = clock();
    return {
      id: newId('out'),
      recipient: letter.to,
      subject: letter.subject.replace(/\s+/g, ' ').trim(),
      text: letterText(letter),
      html: letterHtml(letter),
      about: letter.about,
      lang: letter.lang,
      reply_to: letter.replyTo ?? null,
      state: canSend ? ('waiting' as const) : ('kept' as const),
      send_at: at ?? now,
      created_at: now,
    };
  }

  const postAll: Mail['postAll'] = async (tx, letters, { at } = {}) => {
    const rows = letters.map((letter) => outboxRow(letter, at));
    for (let start = 0; start < rows.length; start += 1000) {
      await tx
        .insertInto('outbox')
        .values(rows.slice(start, start + 1000))
        .execute();
    }
    // One job for all of them, and without a key: a key would make every transaction that posts wait for every other.
    if (canSend && rows.length > 0) await jobs.add(tx, sendDue, {}, { at });
    if (config.mode === 'development') showLinks(letters);
    return rows.map(({ id }) => id);
  };

  // Whoever develops has no mailbox at hand.
  function showLinks(letters: Letter[]): void {
    for (const { action, about } of letters) if (action) log.info({ about, link: action.url }, 'A letter with a link');
  }

  return {
    canSend,
    postAll,
    async post(tx, letter, options) {
      const [id] = await postAll(tx, [letter], options);
      if (!id) throw new Error('A letter that was posted has an id');
      return id;
    },
    async withdraw(tx, about) {
      await tx
        .updateTable('outbox')
        .set({ state: 'withdrawn' })
        .where('about', '=', about)
        .where((eb) =>
          eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'kept'), eb('send_at', '>', clock())])]),
        )
        .execute();
    },
  };
}
