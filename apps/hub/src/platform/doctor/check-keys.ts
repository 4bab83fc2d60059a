import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { CannotOpen } from '../key-store.ts';
import { about, type Finding } from './finding.ts';

const say = about('keys');

/** Opens every signing key; what comes out is thrown away. */
export async function checkKeys({ db, keys }: Pick<App, 'db' | 'keys'>): Promise<Finding[]> {
  const { rows } = await sql<{ id: string; private_sealed: Buffer }>`
    select id, private_sealed from issuer_key order by id`.execute(db);
  const closed = rows.filter(({ id, private_sealed }) => !canOpen(keys, private_sealed, id)).map(({ id }) => id);
  if (closed.length > 0) {
    return [
      say.bad(
        `${closed.length} of ${rows.length} signing keys cannot be opened: ${closed.join(', ')}`,
        'Bring back the secret key they were made with.',
      ),
    ];
  }
  return [
    say.ok(rows.length === 0 ? 'There are no signing keys yet' : `All ${rows.length} signing keys can be opened`),
  ];
}

function canOpen(keys: App['keys'], sealed: Buffer, id: string): boolean {
  try {
    keys.open(sealed, id).fill(0);
    return true;
  } catch (error) {
    if (error instanceof CannotOpen) return false;
    throw error;
  }
}
