import { readStatus } from '../../src/status/status-bits.ts';
import type { CommandContext } from '../command.ts';
import { wrongUse } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { jsonLine } from '../json-text.ts';
import { numberOption } from '../number-option.ts';
import { isOn } from '../option-values.ts';
import { printable } from '../printable.ts';
import { placesOf } from './places-of.ts';
import { readStatusListFile } from './status-list-file.ts';

const mostShown = 1000;

/** `badges status show`: the whole list, or the values of some places. */
export async function showStatus(context: CommandContext): Promise<number> {
  const { args, values, stdout } = context;
  const [name, ...places] = args;
  if (name === undefined) throw wrongUse('Which list?', 'For example: badges status show status-1.json');
  const list = await readStatusListFile(name, context);
  const size = numberOption(values, 'size', [1, 8]) ?? 1;
  const length = Math.floor((list.bits.length * 8) / size);
  const asked = places.length > 0 ? await placesOf(places, list.id, context) : setPlaces(list.bits, length, size);
  const found = asked.map((index) => ({ index, value: readStatus(list.bits, index, size) }));
  const shown = { id: list.id, purposes: list.purposes, entries: length, size, places: found.slice(0, mostShown) };
  if (isOn(values, 'json')) {
    stdout.write(jsonLine(shown));
    return exitCodes.good;
  }
  stdout.write(
    `${printable(list.id)}\n  for ${list.purposes.map(printable).join(', ')}, ${length} places of ${size} bit${size > 1 ? 's' : ''}\n`,
  );
  for (const { index, value } of shown.places) stdout.write(`  place ${index}: ${valueText(value, size)}\n`);
  if (found.length > mostShown) stdout.write(`  … and ${found.length - mostShown} more\n`);
  if (found.length === 0) stdout.write('  no place is set\n');
  return exitCodes.good;
}

function setPlaces(bits: Uint8Array, length: number, size: number): number[] {
  const places: number[] = [];
  for (let index = 0; index < length; index += 1) {
    // Eight places at once, as nearly all of them are empty.
    if (size === 1 && index % 8 === 0 && bits[index / 8] === 0) index += 7;
    else if (readStatus(bits, index, size) !== 0) places.push(index);
  }
  return places;
}

function valueText(value: number, size: number): string {
  if (size > 1) return String(value);
  return value === 0 ? 'not set' : 'set';
}
