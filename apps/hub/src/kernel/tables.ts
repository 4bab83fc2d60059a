import type { Kysely, Transaction } from 'kysely';

/**
 * All tables of the hub. Each module declares its own here, next to its SQL:
 * `declare module '../../kernel/tables.ts' { interface Tables { achievement: AchievementRow } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in every store
export interface Tables {}

export type Db = Kysely<Tables>;
/** Only inside a transaction; what needs atomicity asks for this. */
export type Tx = Transaction<Tables>;
