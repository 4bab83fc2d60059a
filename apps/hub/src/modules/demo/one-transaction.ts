import type { Db, Tx } from '../../kernel/tables.ts';

/**
 * A database in which every use case's own transaction is this one: the whole demonstration appears at once or not at all.
 */
export function inOneTransaction(tx: Tx): Db {
  const joined = () => ({ execute: <T>(work: (tx: Tx) => Promise<T>) => work(tx) });
  return new Proxy(tx as Db, {
    get(target, name) {
      if (name === 'transaction') return joined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
