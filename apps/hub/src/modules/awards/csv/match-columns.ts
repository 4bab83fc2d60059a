import { isEmailAddress } from '../../../kernel/addresses.ts';
import { composeText } from '../../../kernel/compose-text.ts';
import { type Column, type ColumnMeaning, columnMeanings, repeatable } from '../batch-model.ts';
import { columnWords } from './column-words.ts';

/** Finds out by its name what each column means. A second "name" is a column like any other. */
export function matchColumns(headers: string[]): Column[] {
  const taken = new Set<ColumnMeaning>();
  const columns = headers.map((header): Column => {
    const meaning = meaningOf(header);
    if (taken.has(meaning) && !repeatable.has(meaning)) return { header, meaning: 'kept' };
    taken.add(meaning);
    return { header, meaning };
  });
  return settleNames(columns);
}

/** In French "nom" beside "prénom" is the family name; alone it is the name. */
function settleNames(columns: Column[]): Column[] {
  const has = (meaning: ColumnMeaning) => columns.some((column) => column.meaning === meaning);
  return columns.map((column) => {
    if (column.meaning === 'family-name' && !has('given-name') && !has('name')) return { ...column, meaning: 'name' };
    if (column.meaning === 'name' && has('given-name') && !has('family-name'))
      return { ...column, meaning: 'family-name' };
    return column;
  });
}

function meaningOf(header: string): ColumnMeaning {
  const word = bare(header);
  const numbered = word.replace(/\d+$/, '');
  const found = columnMeanings.find((meaning) => {
    if (meaning === 'kept' || meaning === 'ignored') return false;
    return columnWords[meaning].includes(word) || (repeatable.has(meaning) && columnWords[meaning].includes(numbered));
  });
  return found ?? 'kept';
}

/** "E-Mail-Adresse" and "e_mail adresse" are one word. */
function bare(header: string): string {
  return composeText(header, 'NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replace(/[أإآ]/g, 'ا');
}

/** True when the first row is somebody already: it holds an address, and names no column. */
export function isWithoutHeaders(first: string[]): boolean {
  return first.some((cell) => isEmailAddress(cell.toLowerCase()));
}

/** Names for columns that have none: the one with addresses is told by what is in it. */
export function nameColumns(first: string[]): string[] {
  const address = first.findIndex((cell) => isEmailAddress(cell.toLowerCase()));
  const name = first.findIndex((cell, at) => at !== address && /^[\p{L}\p{M}'’. -]{3,}$/u.test(cell));
  return first.map((_, at) => (at === address ? 'email' : at === name ? 'name' : `column ${at + 1}`));
}

/** Headers as they are shown: none is empty, and each is there once. */
export function distinctHeaders(headers: string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const name = header.replace(/\s+/g, ' ').slice(0, 80) || `column ${at + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
