import type { Start } from './config.ts';
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
};

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
