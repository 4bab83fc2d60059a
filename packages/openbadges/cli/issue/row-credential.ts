import type { JsonObject } from '../../src/model/json.ts';
import { statusEntry } from '../../src/status/status-entry.ts';
import type { CommandContext } from '../command.ts';
import { newId } from '../new-id.ts';
import { credentialOf } from '../sign/credential-of.ts';
import type { IssuePlan } from './issue-plan.ts';
import type { TableHeader } from './table-header.ts';
import { filled, type Row } from './template-holes.ts';
import { needsRecipient, withRecipient } from './with-recipient.ts';

/** The unsigned credential of one row. Throws a `CommandError` or BadgeError `document.invalid`. */
export function rowCredential(
  { template, key, status }: IssuePlan,
  row: Row,
  header: TableHeader,
  { random, now }: Pick<CommandContext, 'random'> & { now: Date },
): JsonObject {
  const input = filled(template, row);
  const named = needsRecipient(template) ? withRecipient(input, row, header, random) : input;
  const unlisted = credentialOf(named, { issuer: key.controller, now, id: newId({ random }), random });
  if (!status) return unlisted;
  // Only now: a row that is refused takes no place.
  const place = { list: status.list, index: status.places.take() };
  return { ...unlisted, credentialStatus: statusEntry(place) };
}
