import type { CommandContext } from '../command.ts';
import { wrongUse } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { numberOption } from '../number-option.ts';
import { placesName, readStatusListFile } from './status-list-file.ts';
import { StatusPlaces } from './status-places.ts';

/** `badges status take`: one free place, drawn at random and remembered. */
export async function takePlace(context: CommandContext): Promise<number> {
  const [name, extra] = context.args;
  if (name === undefined || name === '-' || extra !== undefined) {
    throw wrongUse('From which list?', 'For example: badges status take status-1.json');
  }
  const { bits } = await readStatusListFile(name, context);
  const size = numberOption(context.values, 'size', [1, 8]) ?? 1;
  const places = new StatusPlaces(placesName(name), Math.floor((bits.length * 8) / size), context, 1);
  context.stdout.write(`${places.take()}\n`);
  return exitCodes.good;
}
