import { isWebAddress } from '../../../kernel/addresses.ts';
import type { Column, ColumnMeaning, RowProblem } from '../batch-model.ts';
import type { Evidence, Recipient } from '../model.ts';
import { addressTrouble, plainAddress } from './address-trouble.ts';
import { readDay } from './read-day.ts';

export interface RowRules {
  evidenceRequired: boolean;
  now: Date;
}

export interface ReadRow {
  recipient: Recipient;
  problems: RowProblem[];
}

const limits: Partial<Record<ColumnMeaning, number>> = {
  email: 254,
  name: 200,
  'given-name': 100,
  'family-name': 100,
  narrative: 5000,
  'evidence-url': 2000,
  'evidence-name': 200,
  'evidence-description': 2000,
  message: 2000,
  kept: 2000,
};

/** Reads one row by what its columns mean. The recipient is to be used only when there are no problems. */
export function readRow(columns: Column[], cells: string[], rules: RowRules): ReadRow {
  const problems: RowProblem[] = [];
  const found = (meaning: ColumnMeaning) => columns.findIndex((column) => column.meaning === meaning);
  const textOf = (meaning: ColumnMeaning) => cells[found(meaning)] ?? '';
  problems.push(...lengthProblems(columns, cells));

  const trouble = addressTrouble(textOf('email'));
  if (trouble) problems.unshift({ ...trouble, ...placeOf(found('email')) });
  const day = (meaning: ColumnMeaning) => readDayCell(textOf(meaning), found(meaning), problems);
  const recipient: Recipient = {
    email: plainAddress(textOf('email')),
    name: textOf('name') || [textOf('given-name'), textOf('family-name')].filter(Boolean).join(' ') || undefined,
    narrative: textOf('narrative'),
    evidence: readEvidence(columns, cells, problems),
    fields: Object.fromEntries(
      columns.flatMap(({ header, meaning }, at) => (meaning === 'kept' && cells[at] ? [[header, cells[at]]] : [])),
    ),
    activityStart: day('activity-start'),
    activityEnd: day('activity-end'),
    awardedAt: startOf(day('awarded-at')),
    validUntil: endOf(day('valid-until')),
    message: textOf('message') || undefined,
  };
  problems.push(...ruleProblems(recipient, rules, found));
  return { recipient, problems };
}

/** No place when no column of the file could hold it. */
function placeOf(column: number): { column?: number } {
  return column < 0 ? {} : { column };
}

function lengthProblems(columns: Column[], cells: string[]): RowProblem[] {
  const long = columns.flatMap(({ meaning }, column): RowProblem[] => {
    const limit = limits[meaning];
    return limit && (cells[column]?.length ?? 0) > limit ? [{ column, code: 'too-long', limit }] : [];
  });
  const surplus = cells.slice(columns.length).some((cell) => cell !== '');
  return surplus ? [...long, { code: 'too-many-cells' }] : long;
}

function readDayCell(cell: string, column: number, problems: RowProblem[]): string | undefined {
  if (cell === '') return undefined;
  const read = readDay(cell);
  if (read && 'day' in read) return read.day;
  problems.push(read ? { column, code: 'day-ambiguous', suggestion: read.guess } : { column, code: 'day-unreadable' });
  return undefined;
}

function readEvidence(columns: Column[], cells: string[], problems: RowProblem[]): Evidence[] {
  const named = (meaning: ColumnMeaning) =>
    cells[columns.findIndex((column) => column.meaning === meaning)] || undefined;
  const addresses = columns.flatMap(({ meaning }, column) =>
    meaning === 'evidence-url' && cells[column] ? [{ column, url: cells[column] }] : [],
  );
  for (const { column, url } of addresses) {
    if (isWebAddress(url)) continue;
    const guess = `https://${url.replace(/^(https?[:/]*|\/+)/i, '')}`;
    const suggestion = !/\s/.test(url) && /\.\w{2,}/.test(url) && isWebAddress(guess) ? guess : undefined;
    problems.push({ column, code: 'address-malformed', suggestion });
  }
  const first: Evidence = {
    url: addresses[0]?.url,
    name: named('evidence-name'),
    description: named('evidence-description'),
  };
  const more = addresses.slice(1).map(({ url }): Evidence => ({ url }));
  return [first, ...more].filter((evidence) => evidence.url || evidence.description || evidence.name);
}

function ruleProblems(recipient: Recipient, rules: RowRules, found: (meaning: ColumnMeaning) => number): RowProblem[] {
  const problems: RowProblem[] = [];
  const place = (...meanings: ColumnMeaning[]) => {
    const column = meanings.map(found).find((at) => at >= 0);
    return column === undefined ? {} : { column };
  };
  const { activityStart, activityEnd, validUntil, evidence = [] } = recipient;
  if (rules.evidenceRequired && !evidence.some(({ url, description }) => url || description)) {
    problems.push({ code: 'evidence-missing', ...place('evidence-url', 'evidence-description') });
  }
  if (activityStart && activityEnd && activityEnd < activityStart) {
    problems.push({ code: 'activity-backwards', ...place('activity-end') });
  }
  if (validUntil && validUntil <= (recipient.awardedAt ?? rules.now)) {
    problems.push({ code: 'valid-until-past', ...place('valid-until') });
  }
  return problems;
}

function startOf(day: string | undefined): Date | undefined {
  return day ? new Date(`${day}T00:00:00Z`) : undefined;
}

/** Valid until a day means through that day. */
function endOf(day: string | undefined): Date | undefined {
  return day ? new Date(`${day}T23:59:59Z`) : undefined;
}
