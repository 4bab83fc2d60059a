import type { Start } from './config.ts';
import type { App } from './kernel/app.ts';
import { attempt } from './kernel/refusal.ts';
import { loadDemo, removeDemo } from './modules/demo/index.ts';
import { openHub } from './open-hub.ts';
import { askPassphrase, restoreBackup, writeBackup } from './platform/backup/index.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { findingsText, runDoctor } from './platform/doctor/index.ts';
import { repositoryPath } from './platform/paths.ts';

const migrations = repositoryPath('apps/hub/migrations');
const print = (words: string) => process.stdout.write(`${words}\n`);

/** A command runs, says what it did, and returns the exit code. */
type Command = (start: Start, args: string[]) => Promise<number>;

export const commands: Record<string, { usage: string; about: string; run: Command }> = {
  doctor: {
    usage: 'doctor',
    about: 'tests what the hub stands on, also while it runs',
    async run(start) {
      return withHub(start, { beside: true }, async ({ app }) => {
        const findings = await runDoctor(app, { migrations });
        print(findingsText(findings));
        return findings.some((finding) => finding.level === 'bad') ? 1 : 0;
      });
    },
  },
  backup: {
    usage: 'backup FILE',
    about: 'writes everything into one file, also while the hub runs',
    async run(start, [path]) {
      if (!path) throw new CannotStart('Say where to: backup FILE');
      const passphrase = start.backupPassphrase ?? (await askPassphrase({ isNew: true }));
      return withHub(start, { beside: true }, async ({ app }) => {
        const { tables, rows, files, missingFiles } = await writeBackup(app, { path, passphrase });
        print(`${path}: ${rows} rows of ${tables} tables, ${files} files.`);
        if (missingFiles.length > 0)
          print(`${missingFiles.length} files were not in the data folder any more; the backup lacks them.`);
        return 0;
      });
    },
  },
  restore: {
    usage: 'restore FILE',
    about: 'fills an empty hub from a backup',
    async run(start, [path]) {
      if (!path) throw new CannotStart('Say from where: restore FILE');
      const passphrase = start.backupPassphrase ?? (await askPassphrase({ isNew: false }));
      return withHub(start, {}, async ({ app }) => {
        await restoreBackup(app, { path, passphrase, migrations });
        print('Restored. Start the hub as usual.');
        return 0;
      });
    },
  },
  demo: {
    usage: 'demo load',
    about: 'fills an empty hub with the demonstration; demo remove takes it away again',
    async run(start, [verb, extent]) {
      if (verb !== 'load' && verb !== 'remove') throw new CannotStart('Say which: demo load, or demo remove');
      return withHub(start, {}, async ({ app }) => {
        if (verb === 'load') await orCannotStart(app, () => loadDemo(app));
        else await orCannotStart(app, () => removeDemo(app, { withOwnContent: extent === 'everything' }));
        print(verb === 'load' ? demoLoaded : demoRemoved);
        return 0;
      });
    },
  },
};

const demoLoaded =
  'The demonstration is loaded. Start the hub as usual; its sign-in page offers whom to look around as.';
const demoRemoved =
  'The demonstration is gone and the hub is empty. The event log keeps what happened, as ids and numbers without names.';

/** A refusal at the command line: its sentence and what to do, instead of a stack. */
async function orCannotStart(app: App, work: () => Promise<unknown>): Promise<void> {
  const result = await attempt(work);
  if (!('refusal' in result)) return;
  const { code, details } = result.refusal;
  const say = (key: string) => app.messages.say('en', key, details);
  throw new CannotStart(`${say(`refusal.${code}`)}.\n${say(`refusal.${code}.remedy`)}`);
}

type OpenHub = Awaited<ReturnType<typeof openHub>>;

async function withHub(
  { config }: Start,
  how: { beside?: boolean },
  work: (hub: OpenHub) => Promise<number>,
): Promise<number> {
  const base = config.baseUrl ?? `http://localhost:${config.port}`;
  const hub = await openHub({ config, base, say: print, ...how });
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
}

/** What `--help` says. */
export function helpText(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  npm run hub -- ${usage.padEnd(16)} ${about}`);
  return [
    'npm start                      runs the hub (options after two dashes: npm start -- --port 8080)',
    '',
    '  --port N         listen on this port                 --host ADDRESS   listen on this address',
    '  --data DIR       use this data folder                --demo           open the demonstration alliance when empty',
    '  --allow HOST     let verification reach this private host (may be repeated)',
    '',
    ...lines,
    '',
    'All settings: docs/configuration.md',
  ].join('\n');
}
