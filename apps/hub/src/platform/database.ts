import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../kernel/log.ts';
import type { Db, Tables } from '../kernel/tables.ts';
import { CannotStart } from './cannot-start.ts';

export interface DatabaseOptions {
  /** An address `postgresql://…`, or the parts of it; a host that is a path means a unix socket. */
  connection: string | { host: string; port: number; user: string; database: string };
  /** Connections at most. */
  size?: number;
  log?: Pick<Log, 'warn'>;
}

const pools = new WeakMap<Db, pg.Pool>();

/** Opens lazily: the first statement connects. Numbers of 64 bits and dates without time come out as text. */
export function openDatabase({ connection, size = 10, log }: DatabaseOptions): Db {
  const pool = new pg.Pool({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    max: size,
    application_name: 'badges-hub',
    types: { getTypeParser },
  });
  // The next query gets another connection, and the one in flight its own error; without listeners the process would end.
  // While closing, the server may be gone before the last connection is.
  const onError = (err: Error) => {
    if (!pool.ending) log?.warn({ err }, 'A database connection was lost');
  };
  pool.on('error', onError).on('connect', (client) => client.on('error', onError));
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

/**
 * Connects once: a database that is not there or does not let us in is said in a sentence.
 * @throws CannotStart
 */
export async function reachDatabase(db: Db): Promise<void> {
  const client = await poolOf(db)
    .connect()
    .catch((cause: NodeJS.ErrnoException) => {
      // A name with several addresses fails with a code and without words.
      throw new CannotStart(`The database cannot be used: ${cause.message || cause.code}.`, { cause });
    });
  client.release();
}

/** The connections under a database, for what kysely has no words for: LISTEN, COPY, the job queue. */
export function poolOf(db: Db): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new Error('This database was not opened by openDatabase');
  return pool;
}

/** A connection of its own, outside the pool, for what lives as long as its session. The caller listens for `error`. */
export function openSession(db: Db): pg.Client {
  return new pg.Client({ ...poolOf(db).options, password: poolOf(db).options.password, keepAlive: true });
}

export async function closeDatabase(db: Db): Promise<void> {
  // Kysely's own `destroy` leaves connections open that did not come by its way.
  await poolOf(db).end();
}

const asText = (value: string) => value;

// A calendar day is not a moment: as a Date it would move with the time zone of the process.
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.DATE ? asText : pg.types.getTypeParser(oid, format as 'text');
