import type { Db } from '../../kernel/tables.ts';

interface Waiting<V> {
  promise: Promise<V | undefined>;
  resolve: (value: V | undefined) => void;
  reject: (error: unknown) => void;
}

/** Whoever asks in the same turn of the event loop is answered by one statement. Nothing is kept. */
export function gathered<V>(find: (db: Db, keys: string[]) => Promise<Map<string, V>>) {
  const asked = new WeakMap<Db, Map<string, Waiting<V>>>();
  return (db: Db, key: string): Promise<V | undefined> => {
    let waiting = asked.get(db);
    if (!waiting) {
      waiting = new Map();
      asked.set(db, waiting);
      setImmediate(() => void answer(db));
    }
    const known = waiting.get(key) ?? begin<V>();
    waiting.set(key, known);
    return known.promise;
  };

  async function answer(db: Db): Promise<void> {
    const waiting = asked.get(db) ?? new Map<string, Waiting<V>>();
    asked.delete(db);
    try {
      const found = await find(db, [...waiting.keys()]);
      for (const [key, { resolve }] of waiting) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of waiting.values()) reject(error);
    }
  }
}

function begin<V>(): Waiting<V> {
  const waiting = {} as Waiting<V>;
  waiting.promise = new Promise<V | undefined>((resolve, reject) => Object.assign(waiting, { resolve, reject }));
  return waiting;
}
