import { parseArgs } from 'node:util';
import type { Command, Option, OptionValues } from './command.ts';
import { wrongUse } from './command-error.ts';
import { nearest } from './nearest.ts';
import { printable } from './printable.ts';

/** What every command understands. */
export const everywhere: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', text: 'Explain this command.' },
  'no-color': { type: 'boolean', text: 'No colours. NO_COLOR=1 does the same, FORCE_COLOR=1 the opposite.' },
};

/** The words and options after a command's name. Throws a `CommandError` that says what was probably meant. */
export function parseCommandLine(
  command: Pick<Command, 'name' | 'options'>,
  argv: readonly string[],
): { args: string[]; values: OptionValues } {
  const options = { ...command.options, ...everywhere };
  const { tokens, values, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short, multiple }]) => [name, declared(type, short, multiple)]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token, options, command.name);
  return { args: positionals, values };
}

function declared(type: Option['type'], short?: string, multiple?: boolean) {
  return { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) };
}

interface Given {
  name: string;
  rawName: string;
  value?: string | undefined;
}

function checkOption({ name, rawName, value }: Given, options: Record<string, Option>, command: string): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const more = `All options: badges help ${command}`;
  const shown = printable(rawName);
  if (!option) {
    const meant = nearest(name, Object.keys(options));
    throw wrongUse(`There is no option ${shown}.`, meant ? `Did you mean --${meant}? ${more}` : more);
  }
  if (option.type === 'boolean' && value !== undefined) throw wrongUse(`${shown} takes no value.`, more);
  // `--out --json` is a forgotten value and not a file of that name; `--out=--json` says that it is meant.
  if (option.type === 'string' && (value === undefined || value === '')) {
    throw wrongUse(`${shown} needs a value: ${shown} ${option.value ?? 'TEXT'}`, more);
  }
  if (option.choices && value !== undefined && !option.choices.includes(value)) {
    const meant = nearest(value, option.choices);
    const choices = `It can be: ${option.choices.join(', ')}.`;
    throw wrongUse(`${shown} cannot be ${printable(value)}.`, meant ? `Did you mean ${meant}? ${choices}` : choices);
  }
}
