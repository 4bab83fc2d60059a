import type { OptionValues } from './command.ts';
import { wrongUse } from './command-error.ts';
import { textOption } from './option-values.ts';
import { printable } from './printable.ts';

/** An option that is a whole number within bounds. Throws a `CommandError`. */
export function numberOption(values: OptionValues, name: string, [least, most]: [number, number]): number | undefined {
  const text = textOption(values, name);
  if (text === undefined) return undefined;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrongUse(`--${name} cannot be ${printable(text)}.`, `It is a whole number from ${least} to ${most}.`);
}
