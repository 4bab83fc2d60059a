import type { Start } from './config.ts';
import { jobList } from './job-list.ts';
import type { App } from './kernel/app.ts';
import { attempt } from './kernel/refusal.ts';
import { listen } from './listen.ts';
import { loadDemo } from './modules/demo/index.ts';
import { openHub } from './open-hub.ts';
import { listenForMetrics } from './operations.ts';
import { startWorker } from './platform/jobs.ts';
import { makeMetrics } from './platform/metrics.ts';
import { repositoryPath } from './platform/paths.ts';
import { makeServer } from './server.ts';

/** Runs the hub until it is asked to stop. */
export async function serve({ config, demo }: Start): Promise<number> {
  let answer: ((request: Request, env: unknown) => Response | Promise<Response>) | undefined;
  const starting = () => new Response('starting', { status: 503, headers: { 'retry-after': '1' } });
  const listening = await listen(config, () => (request, env) => answer?.(request, env) ?? starting());
  const base = config.baseUrl ?? `http://${addressOf(config.host)}:${listening.port}`;
  try {
    const hub = await openHub({ config, base, say });
    if (demo) await openDemonstration(hub.app);
    const metrics = makeMetrics(hub.app);
    const server = makeServer(hub.app, repositoryPath('apps/hub/dist/assets'), metrics);
    hub.app.answerOwnWith((request) => server.fetch(request));
    answer = (request, env) => server.fetch(request, env as object);
    const worker = await startWorker(hub.app, jobList, { onRun: metrics.onJobRun });
    const closeMetrics = config.metricsPort
      ? await listenForMetrics(metrics, config.host, config.metricsPort)
      : undefined;
    greet(base, config.data, config.databaseUrl !== undefined);
    await askedToStop();
    say('Stopping');
    await closeMetrics?.();
    await listening.close();
    await worker.stop();
    await hub.close();
    return 0;
  } catch (error) {
    await listening.close();
    throw error;
  }
}

/** On an empty hub only; whatever is there otherwise is opened as it is. */
async function openDemonstration(app: App): Promise<void> {
  say('Loading the demonstration, which takes a few seconds');
  const loaded = await attempt(() => loadDemo(app));
  if ('refusal' in loaded) say('This hub is not empty: it is opened as it is');
}

function greet(base: string, data: string, ownServer: boolean): void {
  process.stdout.write(
    [
      '',
      `  Badge Alliance is open at  ${base}`,
      `  Data folder                ${data}${ownServer ? ' (the database is elsewhere)' : ''}`,
      '  Stop it with               Ctrl-C',
      '',
      '',
    ].join('\n'),
  );
}

function say(words: string): void {
  process.stdout.write(`  ${words}\n`);
}

/** 0.0.0.0 is where one listens, not where one goes. */
function addressOf(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The first signal asks; one that comes a second later insists. (Ctrl-C reaches us twice: from the terminal and from npm.) */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked && performance.now() - asked > 1000 && signal === 'SIGINT') process.exit(130);
        asked ||= performance.now();
        resolve();
      });
    }
  });
}
