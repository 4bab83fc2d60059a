import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { configurationDocs } from './configuration-docs.ts';
import { repositoryPath } from './platform/paths.ts';
import { temporaryFolder } from './platform/test-platform.ts';

const read = (env: Record<string, string>, ...args: string[]) => readConfig({ env, args, cwd: '/srv/hub' });

const secret = Buffer.alloc(32, 250).toString('base64url');

function mistakesOf(env: Record<string, string>, ...args: string[]): string[] {
  try {
    read(env, ...args);
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  throw new Error('No mistake was found');
}

it('needs no setting at all', () => {
  expect(read({ PATH: '/bin', npm_config_x: 'y' })).toEqual({
    config: {
      mode: 'production',
      host: '127.0.0.1',
      port: 3000,
      portFixed: false,
      data: '/srv/hub/data',
      databaseUrl: undefined,
      baseUrl: undefined,
      secretKey: undefined,
      smtpUrl: undefined,
      mailFrom: 'Badge Alliance <badges@localhost>',
      fetchAllow: [],
      logLevel: 'info',
      metricsToken: undefined,
      metricsPort: undefined,
      trustedProxies: 0,
      uploadLimit: 20 * 1024 * 1024,
      undoSeconds: 60,
      unclaimedDays: 365,
    },
    demo: false,
    command: [],
  });
});

it('takes the command line before the environment', () => {
  const start = read(
    { BA_PORT: '1', BA_DATA: '/elsewhere', BA_HOST: '::1' },
    '--port',
    '8080',
    '--data=mine',
    '--demo',
    '--host',
    '0.0.0.0',
    '--allow',
    'Intranet.example',
    '--allow',
    '127.0.0.1:3001',
  );

  expect(start).toMatchObject({
    config: {
      port: 8080,
      portFixed: true,
      data: '/srv/hub/mine',
      host: '0.0.0.0',
      fetchAllow: ['intranet.example', '127.0.0.1:3001'],
    },
    demo: true,
  });
});

it('hands the command and its file through', () => {
  expect(read({}, 'backup', 'hub.backup', '--data', 'x').command).toEqual(['backup', 'hub.backup']);
});

it('tells all mistakes together, each with an example', () => {
  const mistakes = mistakesOf(
    { BA_PORT: 'eighty', BA_BASE_URL: 'https://hub.example/badges', BA_UPLOAD_LIMIT: '20' },
    '--prot',
    '1',
    '--data',
  );

  expect(mistakes).toEqual([
    'BA_BASE_URL must end after the host: no path, no question mark, no user; for example https://badges.example.org.',
    'BA_PORT must be a whole number; for example 8080.',
    'BA_UPLOAD_LIMIT must be a number with B, KB, MB or GB; for example 50 MB.',
    '--prot is not an option (did you mean --port?).',
    '--data needs a value.',
  ]);
});

it('takes a name for a mistake that it does not know, and guesses what was meant', () => {
  expect(mistakesOf({ BA_PROT: '1', BA_COLOUR_OF_THE_SHED: 'red' })).toEqual([
    'BA_PROT is not a setting (did you mean BA_PORT?).',
    'BA_COLOUR_OF_THE_SHED is not a setting.',
  ]);
});

it.each([
  ['BA_BASE_URL', 'hub.example'],
  ['BA_BASE_URL', 'ftp://hub.example'],
  ['BA_BASE_URL', 'https://user@hub.example'],
  ['BA_PORT', '65536'],
  ['BA_PORT', '-1'],
  ['BA_SECRET_KEY', 'short'],
  ['BA_SMTP_URL', 'mail.example.org'],
  ['BA_MAIL_FROM', 'Badges'],
  ['BA_MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
  ['BA_FETCH_ALLOW', 'http://intranet.example'],
  ['BA_LOG_LEVEL', 'loud'],
  ['BA_MODE', 'prod'],
  ['BA_METRICS_TOKEN', 'short'],
  ['BA_TRUSTED_PROXIES', '99'],
  ['BA_UPLOAD_LIMIT', '9000 GB'],
  ['BA_UNCLAIMED_DAYS', '0'],
  ['DATABASE_URL', 'mysql://localhost/x'],
])('finds the mistake in %s=%j', (name, value) => {
  expect(mistakesOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must `))]);
});

it('shows no secret when it is wrong', () => {
  const wrong = {
    BA_SECRET_KEY: 'sesame-open',
    BA_SMTP_URL: 'hunter2://u:swordfish@h',
    DATABASE_URL: 'x://u:xyzzy@h',
    BA_METRICS_TOKEN: 'plugh',
  };

  const text = mistakesOf(wrong).join('\n');

  expect(text.match(/sesame|hunter2|swordfish|xyzzy|plugh/)).toBeNull();
  expect(mistakesOf(wrong)).toHaveLength(4);
});

it('reads secrets from files, and nothing else from files', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'key');
  writeFileSync(file, `${secret}\n`);

  expect(read({ BA_SECRET_KEY_FILE: file }).config.secretKey).toBe(secret);
  expect(mistakesOf({ BA_SECRET_KEY_FILE: join(folder, 'none') })).toEqual([
    'BA_SECRET_KEY_FILE the file cannot be read (ENOENT).',
  ]);
  expect(mistakesOf({ BA_SECRET_KEY_FILE: file, BA_SECRET_KEY: secret })).toEqual([
    'BA_SECRET_KEY is set twice, by BA_SECRET_KEY and by BA_SECRET_KEY_FILE.',
  ]);
  expect(mistakesOf({ BA_HOST_FILE: file })).toEqual([expect.stringContaining('BA_HOST_FILE is not a setting')]);
});

it('takes an empty variable for one that is not set', () => {
  expect(read({ BA_PORT: '', BA_SMTP_URL: ' ', BA_BASE_URL: '' })).toMatchObject({
    config: { port: 3000, portFixed: false },
  });
});

it('cuts the slash at the end of the public address', () => {
  expect(read({ BA_BASE_URL: 'https://Hub.example/' }).config.baseUrl).toBe('https://hub.example');
});

it('is described in docs/configuration.md as it is', async () => {
  const written = await readFile(repositoryPath('docs/configuration.md'), 'utf8');

  expect(written, 'Run: npx tsx --conditions=openbadges-source apps/hub/src/write-configuration-docs.ts').toBe(
    configurationDocs(),
  );
});
