import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { areJobsReady } from '../jobs.ts';
import { about, type Finding } from './finding.ts';

const say = about('queue');
const patience = 15;

export async function checkQueue({ db }: Pick<App, 'db'>): Promise<Finding[]> {
  if (!(await areJobsReady(db))) return [say.warn('The queue has no tables yet', 'Start the hub; it makes them.')];
  const { rows } = await sql<{ due: number; late: number; lost: number }>`
    select count(*) filter (where attempts < max_attempts and run_at <= now())::int as due,
      count(*) filter (where attempts = 0 and locked_at is null and run_at < now() - make_interval(mins => ${patience}))::int as late,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as lost
    from graphile_worker.jobs`.execute(db);
  const { due = 0, late = 0, lost = 0 } = rows[0] ?? {};
  const findings =
    late > 0
      ? [
          say.warn(
            `${late} jobs are due for more than ${patience} minutes`,
            'Is the hub running? Each process of it works on the queue.',
          ),
        ]
      : [say.ok(due === 0 ? 'No job is due' : `${due} jobs are due`)];
  if (lost > 0)
    findings.push(say.warn(`${lost} jobs were given up`, 'The log has the reason of each, under “A job failed”.'));
  return findings;
}
