import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Snapshot } from '../../src/verify/report.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { jsonText } from '../json-text.ts';
import { parseJsonSource } from '../parse-json-source.ts';
import { readTextSource } from '../read-source.ts';
import { writeWhole } from '../write-whole.ts';

const SnapshotFile = z.object({
  takenAt: z.iso.datetime(),
  entries: z.array(
    z.object({
      url: z.string(),
      status: z.int(),
      contentType: z.string(),
      body: z.string(),
      encoding: z.optional(z.literal('base64url')),
      digest: z.string(),
      fetchedAt: z.string(),
    }),
  ),
});

/** What was seen before, if the file is there. */
export async function readSnapshot(name: string, context: CommandContext): Promise<Snapshot | undefined> {
  if (!existsSync(resolve(context.cwd, name))) return undefined;
  const parsed = SnapshotFile.safeParse(parseJsonSource(await readTextSource(name, context), name));
  if (!parsed.success) throw refused(`${name} is no snapshot that badges verify has written.`);
  return parsed.data;
}

/** Keeps what was seen now, and of the time before what was not seen again. */
export function writeSnapshot(name: string, seen: Snapshot[], before: Snapshot | undefined, context: CommandContext) {
  const now = seen.flatMap(({ entries }) => entries);
  if (now.length === 0) return;
  const entries = new Map([...(before?.entries ?? []), ...now].map((entry) => [entry.url, entry]));
  const takenAt = seen.at(-1)?.takenAt;
  writeWhole(name, jsonText({ takenAt, entries: [...entries.values()] }), context, {
    force: true,
  });
}
