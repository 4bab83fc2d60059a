import { isoSeconds } from '../../src/model/iso-seconds.ts';
import { nodeCompression } from '../../src/node/node-compression.ts';
import { encodeStatusList, writeStatus } from '../../src/status/status-bits.ts';
import type { CommandContext } from '../command.ts';
import { refused, wrongUse } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { numberOption } from '../number-option.ts';
import { printable } from '../printable.ts';
import { writeWhole } from '../write-whole.ts';
import { placesOf } from './places-of.ts';
import { listKey, signedList } from './sign-status-list.ts';
import { readStatusListFile } from './status-list-file.ts';

const day = 86_400_000;

/** `badges status set`: changes places and signs the list anew, in its file. */
export async function setStatus(context: CommandContext): Promise<number> {
  const { args, values, clock, stdout } = context;
  const [name, ...words] = args;
  if (name === undefined || name === '-' || words.length === 0) {
    throw wrongUse('Which list, and which places?', 'For example: badges status set status-1.json 4711 --key key.json');
  }
  const list = await readStatusListFile(name, context);
  const key = await listKey(context);
  if (list.credential.issuer !== key.controller) {
    throw refused(
      `The list belongs to ${printable(String(list.credential.issuer))}, and the key to ${printable(key.controller)}.`,
    );
  }
  const size = numberOption(values, 'size', [1, 8]) ?? 1;
  const value = numberOption(values, 'value', [0, 2 ** size - 1]) ?? 1;
  const places = await placesOf(words, list.id, context);
  for (const place of places) writeStatus(list.bits, place, value, size);
  const now = clock();
  const days = numberOption(values, 'valid-days', [1, 36_500]);
  const changed = {
    ...list.credential,
    validFrom: isoSeconds(now),
    ...(days === undefined ? {} : { validUntil: isoSeconds(new Date(now.getTime() + days * day)) }),
    credentialSubject: { ...list.subject, encodedList: encodeStatusList(list.bits, nodeCompression) },
  };
  writeWhole(name, await signedList(changed, key, now), context, { force: true });
  stdout.write(
    `${places.length === 1 ? `Place ${places[0]}` : `${places.length} places`} of ${printable(list.id)} set to ${value}.\n`,
  );
  stdout.write(`Now publish ${printable(name)} at that address.\n`);
  return exitCodes.good;
}
