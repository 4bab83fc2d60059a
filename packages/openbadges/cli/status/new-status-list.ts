import { nodeCompression } from '../../src/node/node-compression.ts';
import { fewestEntries, statusBits } from '../../src/status/status-bits.ts';
import type { StatusPurpose } from '../../src/status/status-entry.ts';
import { statusListCredential } from '../../src/status/status-list-credential.ts';
import type { CommandContext } from '../command.ts';
import { wrongUse } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { numberOption } from '../number-option.ts';
import { textOption } from '../option-values.ts';
import { writeResult } from '../write-result.ts';
import { listKey, signedList } from './sign-status-list.ts';

const mostEntries = 2 ** 24;
const day = 86_400_000;

/** `badges status new`: a list in which no place is set. */
export async function newStatusList(context: CommandContext): Promise<number> {
  const { values, clock } = context;
  const id = textOption(values, 'id');
  if (id === undefined || !URL.canParse(id)) {
    throw wrongUse('At which address will the list be published?', 'For example: --id https://school.example/status/1');
  }
  const key = await listKey(context);
  const size = numberOption(values, 'size', [1, 8]) ?? 1;
  const entries = numberOption(values, 'entries', [fewestEntries, mostEntries / size]) ?? fewestEntries;
  const days = numberOption(values, 'valid-days', [1, 36_500]);
  const now = clock();
  const list = statusListCredential(
    {
      id,
      issuer: key.controller,
      purpose: (textOption(values, 'purpose') ?? 'revocation') as StatusPurpose,
      bits: statusBits(entries, size),
      validFrom: now,
      validUntil: days === undefined ? undefined : new Date(now.getTime() + days * day),
    },
    nodeCompression,
  );
  writeResult(await signedList(list, key, now), context);
  return exitCodes.good;
}
