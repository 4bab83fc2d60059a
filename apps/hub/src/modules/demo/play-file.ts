import type { Person } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Award, listAwards, openBatch, type Recipient, sendBatch, sendRows } from '../awards/index.ts';
import type { Stage } from './stage.ts';

export interface RecipientFile {
  name: string;
  recipients: Recipient[];
  message: string;
  sendAt: Date;
}

/** A file of recipients, as a library exports it; one row has a comma in its address and stays behind. */
export async function playFile(
  { app, tx }: Stage,
  actor: Person,
  achievement: Id<'ach'>,
  { name, recipients, message, sendAt }: RecipientFile,
): Promise<Award[]> {
  const rows = recipients.map(({ name, email, narrative, evidence }, place) => [
    ...[name ?? '', email, narrative ?? '', evidence?.[0]?.url ?? '', String(28 + ((place * 11) % 43))],
  ]);
  const bad = ['Perpetua Brackenfield', 'perpetua@post,example', '', '', '31'];
  const lines = [['Name', 'Email', 'Narrative', 'Evidence URL', 'Hours'], ...rows.slice(0, 6), bad, ...rows.slice(6)];
  const csv = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

  const batchId = await openBatch(app, actor, achievement, { name, bytes: Buffer.from(csv) });
  await sendBatch(app, actor, batchId, { message, sendAt, leaveOutAwarded: false });
  await sendRows.run(app, { batch: batchId });
  return listAwards(tx, { batchId }, { offset: 0, limit: 100 });
}
