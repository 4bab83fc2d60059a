import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { about, type Finding } from './finding.ts';

const say = about('address');

/** Whether strangers reach the hub where its badges say that it is. */
export async function checkPublicAddress({
  config,
  urls,
  db,
}: Pick<App, 'config' | 'urls' | 'db'>): Promise<Finding[]> {
  if (!config.baseUrl) return [say.warn('The hub has no public address', await addressRemedy(db, urls))];
  return [namingFinding(urls), await answerFinding(urls)];
}

/** What was signed keeps the address that it was signed with. */
async function addressRemedy(db: App['db'], urls: App['urls']): Promise<string> {
  const { rows } = await sql<{ signed: boolean }>`select exists (select from award) as signed`.execute(db);
  if (!rows[0]?.signed) return 'Set BA_BASE_URL before the first award: badges carry it for ever.';
  return `Badges awarded so far carry ${urls.base} for ever, and nobody outside can verify them. Set BA_BASE_URL before the next award.`;
}

function namingFinding({ base, isPublic }: App['urls']): Finding {
  if (isPublic) return say.ok(`${base} is a public https address`);
  return say.warn(
    `${base} is not a public https address`,
    'Nobody outside can verify badges from there. Put a proxy with https in front and set BA_BASE_URL.',
  );
}

async function answerFinding(urls: App['urls']): Promise<Finding> {
  const remedy = 'Is the hub running, does the name lead to it, and is the certificate valid?';
  try {
    // The query goes past caches on the way.
    const answer = await fetch(urls.page(`/healthz?${randomBytes(8).toString('hex')}`), {
      redirect: 'manual',
      signal: AbortSignal.timeout(8000),
    });
    if (answer.ok && (await answer.text()).includes('ok')) return say.ok(`${urls.base} answers`);
    return say.bad(
      `${urls.base} answers with ${answer.status}`,
      'Something else is there, or the proxy sends to the wrong port.',
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return say.bad(`${urls.base} cannot be reached from here (${reasonOf(error)})`, remedy);
  }
}

function reasonOf({ name, cause }: Error): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : name;
}
