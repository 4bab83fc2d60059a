import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';

/** checking → preview → running ⇄ paused → done; stopped when somebody ended it before its end. */
export type BatchState = 'checking' | 'preview' | 'running' | 'paused' | 'done' | 'stopped';

/** What a column of the file means. Any other column is kept beside the award as it is. */
export const columnMeanings = [
  'email',
  'name',
  'given-name',
  'family-name',
  'narrative',
  'evidence-url',
  'evidence-name',
  'evidence-description',
  'activity-start',
  'activity-end',
  'awarded-at',
  'valid-until',
  'message',
  'kept',
  'ignored',
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

/** These may stand in several columns: one piece of evidence for each. */
export const repeatable: ReadonlySet<ColumnMeaning> = new Set(['evidence-url', 'kept', 'ignored']);

export interface Column {
  header: string;
  meaning: ColumnMeaning;
}

export type ProblemCode =
  | 'email-missing'
  | 'email-malformed'
  | 'email-comma'
  | 'email-space'
  | 'email-no-at'
  | 'email-dots'
  | 'email-several'
  | 'email-typing'
  | 'email-example'
  | 'day-unreadable'
  | 'day-ambiguous'
  | 'activity-backwards'
  | 'valid-until-past'
  | 'address-malformed'
  | 'evidence-missing'
  | 'too-long'
  | 'too-many-cells';

/** Why a row cannot go out as it is. */
export interface RowProblem {
  /** Index of the column to mend; undefined when no column of the file could hold it. */
  column?: number;
  code: ProblemCode;
  /** What was probably meant. */
  suggestion?: string;
  limit?: number;
}

export interface BatchRow {
  /** Of the file, as an editor counts. */
  line: number;
  cells: string[];
  /** Lower case; undefined while it is not one. */
  email?: string;
  problems: RowProblem[];
  /** The line that has this address already. */
  duplicateOf?: number;
  /** This badge went to this address before. */
  awardedBefore: boolean;
  leftOut: boolean;
  awardId?: Id<'awd'>;
}

/** A file of recipients on its way from preview to sent. */
export interface Batch {
  id: Id<'bat'>;
  achievementId: Id<'ach'>;
  issuerId: ActorId;
  /** Of the file. */
  name: string;
  state: BatchState;
  columns: Column[];
  encoding: TableEncoding;
  message: string;
  /** When the letters leave. */
  sendAt?: Date;
  /** Rows of the file. */
  total: number;
  /** Rows looked at so far. */
  checked: number;
  /** Why it paused by itself: a refusal's code. */
  haltReason?: string;
  createdBy: PersonId;
  createdAt: Date;
  startedBy?: PersonId;
  startedAt?: Date;
  finishedAt?: Date;
}

export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How its rows stand. */
export interface BatchCounts {
  ready: number;
  bad: number;
  leftOut: number;
  /** Ready, although the badge went to the address before. */
  awardedBefore: number;
  signed: number;
  sent: number;
  back: number;
  accepted: number;
  /** Can still be taken back. */
  waiting: number;
}

/** More in one file is refused by count. */
export const mostRows = 200_000;
/** More are looked at by a job. */
export const mostRowsAtOnce = 2000;
export const mostColumns = 60;

export function isSteerable(state: BatchState): boolean {
  return state === 'running' || state === 'paused';
}
