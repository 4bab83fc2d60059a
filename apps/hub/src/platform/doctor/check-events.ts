import type { App } from '../../kernel/app.ts';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { about, type Finding } from './finding.ts';

const say = about('events');

export async function checkEvents(app: Pick<App, 'db'>): Promise<Finding[]> {
  const broken = await firstBrokenEvent(app);
  if (broken !== undefined) {
    return [
      say.bad(
        `The event log is broken at place ${broken}`,
        'Rows were changed outside of the hub. Compare with a backup.',
      ),
    ];
  }
  const { seq } = await app.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
  return [say.ok(`The event log is whole, ${seq} events`)];
}
