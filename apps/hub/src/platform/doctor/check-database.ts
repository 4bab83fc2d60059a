import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { CannotStart } from '../cannot-start.ts';
import { pendingMigrations } from '../migrate.ts';
import { about, type Finding } from './finding.ts';

const say = about('database');
const oldest = 15;

export async function checkDatabase(
  { db, config }: Pick<App, 'config' | 'db'>,
  migrations: string,
): Promise<Finding[]> {
  const started = performance.now();
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  const version = rows[0]?.server_version ?? '';
  const place = config.databaseUrl ? 'at DATABASE_URL' : 'built in';
  const took = Math.round(performance.now() - started);
  const server =
    Number.parseInt(version, 10) >= oldest
      ? say.ok(`PostgreSQL ${version}, ${place}, answers in ${took} ms`)
      : say.bad(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${oldest} or later.`);
  return [server, await schemaFinding({ db }, migrations)];
}

async function schemaFinding({ db }: Pick<App, 'db'>, migrations: string): Promise<Finding> {
  try {
    const pending = await pendingMigrations(db, migrations);
    if (pending.length === 0) return say.ok('The schema is up to date');
    return say.warn(`Migrations are waiting: ${pending.join(', ')}`, 'Start the hub; it applies them.');
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    return say.bad(error.message, 'Until then the hub does not start.');
  }
}
