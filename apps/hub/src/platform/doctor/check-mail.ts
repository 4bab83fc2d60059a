import type { App } from '../../kernel/app.ts';
import { verifyMailServer } from '../mail-sending.ts';
import { about, type Finding } from './finding.ts';

const say = about('mail');

export async function checkMail({ config, db }: Pick<App, 'config' | 'db'>): Promise<Finding[]> {
  if (!config.smtpUrl) {
    return [
      say.warn(
        'Letters are kept and not sent',
        'Set BA_SMTP_URL and BA_MAIL_FROM. Until then stewards read the letters in the outbox.',
      ),
    ];
  }
  const trouble = await verifyMailServer(config.smtpUrl);
  const server = trouble
    ? say.bad(`The mail server does not take letters: ${trouble}`, 'Check BA_SMTP_URL: name, port, user and password.')
    : say.ok('The mail server answers');
  return [server, await failedFinding(db)].filter((finding) => finding !== undefined);
}

async function failedFinding(db: App['db']): Promise<Finding | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  if (row.count === '0') return undefined;
  return say.warn(`${row.count} letters could not be delivered`, 'The outbox page shows which, and why.');
}
