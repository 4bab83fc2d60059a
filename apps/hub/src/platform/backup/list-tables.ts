import type { ClientBase } from 'pg';
import type { BackupTable } from './manifest.ts';

// What belongs to the running hub and not to its memory. Unlogged tables stay out by themselves.
const leftOut = ['migration', 'session'];

/** The tables to keep, each after those it refers to, with their columns and rows as this transaction sees them. */
export async function listTables(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> all($1)
    order by c.relname`,
    [leftOut],
  );
  const tables: BackupTable[] = [];
  for (const { name, columns } of inOrder(rows)) {
    const count = await client.query<{ count: string }>(`select count(*) from ${client.escapeIdentifier(name)}`);
    tables.push({ name, columns, rows: Number(count.rows[0]?.count) });
  }
  return tables;
}

interface Named {
  name: string;
  refers: string[];
}

function inOrder<T extends Named>(tables: T[]): T[] {
  const done = new Set<string>();
  const ordered: T[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, refers }) => !done.has(name) && refers.every((other) => done.has(other)));
    if (!next) throw new Error('Tables refer to each other in a circle, so no order of restoring them works');
    done.add(next.name);
    ordered.push(next);
  }
  return ordered;
}

/** `"table" ("column", …)` */
export function copyTarget(client: ClientBase, { name, columns }: Pick<BackupTable, 'name' | 'columns'>): string {
  return `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}
