import type { App } from '../../kernel/app.ts';
import type { Db } from '../../kernel/tables.ts';

type Needs = Pick<App, 'clock' | 'db'>;

interface Kept<V> {
  until: number;
  value: Promise<V>;
}

/**
 * Public pages may say something a little late: what many readers ask for is looked up once in `milliseconds`.
 * Never for what decides who may see something.
 */
export function remembered<V>(milliseconds: number, most: number) {
  const hubs = new WeakMap<Db, Map<string, Kept<V>>>();
  return (app: Needs, key: string, find: () => Promise<V>): Promise<V> => {
    const kept = hubs.get(app.db) ?? new Map<string, Kept<V>>();
    hubs.set(app.db, kept);
    const now = app.clock().getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.value;
    kept.delete(key);
    if (kept.size >= most) for (const oldest of [...kept.keys()].slice(0, most / 2)) kept.delete(oldest);
    const value = find();
    value.catch(() => kept.delete(key));
    kept.set(key, { until: now + milliseconds, value });
    return value;
  };
}
