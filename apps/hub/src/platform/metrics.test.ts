import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makeMetrics } from './metrics.ts';
import { testPlatform } from './test-platform.ts';

it('counts requests by route, jobs by name, and letters and jobs by state', async () => {
  const hub = await testPlatform();
  const metrics = makeMetrics(hub);
  metrics.onRequest({ method: 'GET', route: '/credentials/:id', status: 200, seconds: 0.01 });
  metrics.onJobRun({ job: 'mail.send-due', seconds: 2, failed: true });
  await hub.db
    .transaction()
    .execute((tx) => hub.mail.post(tx, { to: 'a@b.example', subject: 's', text: 't', about: 'per_1', lang: 'en' }));
  await sql`select graphile_worker.add_job('test')`.execute(hub.db);

  const lines = (await metrics.text()).split('\n');

  expect(lines).toContain('hub_http_request_seconds_count{method="GET",route="/credentials/:id",status="200"} 1');
  expect(lines).toContain('hub_job_seconds_count{job="mail.send-due"} 1');
  expect(lines).toContain('hub_job_failures_total{job="mail.send-due"} 1');
  expect(lines).toContain('hub_letters{state="kept"} 1');
  expect(lines).toContain('hub_jobs{state="waiting"} 1');
  expect(metrics.contentType).toMatch(/^text\/plain/);
});
