import { z } from 'zod';
import type { TrustList } from '../../src/verify/environment.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { parseJsonSource } from '../parse-json-source.ts';
import { printable } from '../printable.ts';
import { readTextSource } from '../read-source.ts';

const PlainList = z.object({
  name: z.string(),
  url: z.string().optional(),
  issuers: z.array(
    z.object({ id: z.string(), name: z.string().optional(), as: z.string().optional(), since: z.string().optional() }),
  ),
});

export async function readTrustList(name: string, context: CommandContext): Promise<TrustList> {
  const parsed = PlainList.safeParse(parseJsonSource(await readTextSource(name, context), name));
  if (!parsed.success)
    throw refused(`${printable(name)} is no list of issuers.`, 'It has a name and issuers with an id each.');
  return parsed.data;
}
