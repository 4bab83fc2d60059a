import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Config } from './kernel/config.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { describeMistakes, didYouMean, type Mistake, readSettings } from './platform/config-reading.ts';

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`);

const origin = z
  .string()
  .transform((text) => (URL.canParse(text) ? new URL(text) : undefined))
  .refine((url) => url !== undefined && ['http:', 'https:'].includes(url.protocol), 'must be a web address')
  .refine(
    (url) => !url || (url.pathname === '/' && !url.search && !url.hash && !url.username),
    'must end after the host: no path, no question mark, no user',
  )
  .transform((url) => url?.origin ?? '');

const byteUnits = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };
const byteCount = z
  .string()
  .regex(/^\d{1,9} ?(B|KB|MB|GB)$/i, 'must be a number with B, KB, MB or GB')
  .transform((text) => Number.parseInt(text, 10) * (byteUnits[text.replace(/[\d ]/g, '').toUpperCase() as 'B'] ?? 1))
  .refine((bytes) => bytes >= 1024 && bytes <= byteUnits.GB, 'must be between 1 KB and 1 GB');

const hosts = z.string().transform((text, context) => {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    if (!/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(entry)) {
      context.addIssue('must be hosts or host:port, with commas between them');
    }
  }
  return entries.map((entry) => entry.toLowerCase());
});

const urlOf = (protocols: string[], wrong: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), wrong);

/** Every setting of the hub, in the order of the documentation. */
export const settings = {
  baseUrl: {
    name: 'BA_BASE_URL',
    schema: origin,
    about:
      'The public address of the hub. Every badge carries it for ever: set it before the first award and keep it. Not set: the address the hub listens on, good for trying it out.',
    example: 'https://badges.example.org',
  },
  host: {
    name: 'BA_HOST',
    schema: z.string().regex(/^[0-9a-z.:-]+$/i, 'must be a host name or a number'),
    fallback: '127.0.0.1',
    flag: 'host',
    about:
      'Where the hub listens. 0.0.0.0 (or ::) for all networks, as in a container or without a proxy on the same machine.',
    example: '0.0.0.0',
  },
  port: {
    name: 'BA_PORT',
    schema: whole(0, 65_535),
    fallback: '3000',
    flag: 'port',
    about: 'The port. When it was not asked for and is taken, the next free one is used; 0 takes any free one.',
    example: '8080',
  },
  data: {
    name: 'BA_DATA',
    schema: z.string().refine((text) => !text.includes('\0'), 'must be a path'),
    fallback: 'data',
    flag: 'data',
    about:
      'The data folder: the built-in database, uploaded files and the secret key. Back it up with the backup command.',
    example: '/var/lib/badges-hub',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    schema: urlOf(['postgres:', 'postgresql:'], 'must be the address of a PostgreSQL database'),
    secret: true,
    about: 'Any PostgreSQL 15 or later. Not set: the built-in database in the data folder.',
    example: 'postgresql://hub:password@localhost:5432/badges',
  },
  secretKey: {
    name: 'BA_SECRET_KEY',
    schema: z
      .string()
      .refine((text) => /^[\w-]{43}=?$/.test(text), 'must be 32 bytes, written as base64url')
      .transform((text) => text.replace('=', '')),
    secret: true,
    about:
      'The secret that encrypts signing keys and signs cookies: 32 random bytes as base64url. Not set: the file secret.key in the data folder, made at the first start. Whoever loses it loses the signing keys.',
    example: 'the output of: openssl rand -base64 32 | tr +/ -_',
  },
  smtpUrl: {
    name: 'BA_SMTP_URL',
    schema: urlOf(['smtp:', 'smtps:'], 'must begin with smtp:// or smtps:// and name a host'),
    secret: true,
    about: 'The mail server. Not set: letters are kept in the outbox, where stewards read them, and nobody gets mail.',
    example: 'smtps://user:password@mail.example.org:465',
  },
  mailFrom: {
    name: 'BA_MAIL_FROM',
    schema: z
      .string()
      .regex(
        /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'must be an address, or a name and an address in < >',
      ),
    fallback: 'Badge Alliance <badges@localhost>',
    about: 'The sender of all letters.',
    example: '"Badge Alliance <badges@example.org>"',
  },
  fetchAllow: {
    name: 'BA_FETCH_ALLOW',
    schema: hosts,
    fallback: '',
    flag: 'allow',
    about:
      'Hosts, or host:port, that the hub may fetch from although they are in a private network or without https. Empty on a public hub.',
    example: 'badges.intranet.example,127.0.0.1:3001',
  },
  uploadLimit: {
    name: 'BA_UPLOAD_LIMIT',
    schema: byteCount,
    fallback: '20 MB',
    about: 'The largest file that may be uploaded.',
    example: '50 MB',
  },
  undoSeconds: {
    name: 'BA_UNDO_SECONDS',
    schema: whole(0, 86_400),
    fallback: '60',
    about: 'Seconds between awarding and the first letter, in which the award can be taken back.',
    example: '300',
  },
  unclaimedDays: {
    name: 'BA_UNCLAIMED_DAYS',
    schema: whole(1, 3650),
    fallback: '365',
    about: 'Days after which an award that nobody claimed loses the name and the address in it.',
    example: '180',
  },
  trustedProxies: {
    name: 'BA_TRUSTED_PROXIES',
    schema: whole(0, 10),
    fallback: '0',
    about:
      "How many proxies stand in front of the hub. The visitor's address is taken from that many places from the end of X-Forwarded-For.",
    example: '1',
  },
  metricsPort: {
    name: 'BA_METRICS_PORT',
    schema: whole(1, 65_535),
    about: 'A port of its own for /metrics (Prometheus), for a network that only the monitoring reaches.',
    example: '9464',
  },
  metricsToken: {
    name: 'BA_METRICS_TOKEN',
    schema: z.string().min(16, 'must have at least 16 characters'),
    secret: true,
    about:
      'Opens /metrics on the ordinary port to whoever sends it as a bearer token. Neither this nor a port: no metrics.',
    example: 'the output of: openssl rand -hex 24',
  },
  logLevel: {
    name: 'BA_LOG_LEVEL',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    fallback: 'info',
    about: 'How much is logged.',
    example: 'debug',
  },
  mode: {
    name: 'BA_MODE',
    schema: z.enum(['production', 'development', 'test'], 'must be production, development or test'),
    fallback: 'production',
    about:
      'development shows the style guide, readable log lines and in them the links of letters; test is for the tests of the program.',
    example: 'development',
  },
  backupPassphrase: {
    name: 'BA_BACKUP_PASSPHRASE',
    schema: z.string().min(8, 'must have at least 8 characters'),
    secret: true,
    about: 'Encrypts the secret key in a backup and opens it again. Not set: backup and restore ask for it.',
    example: 'a sentence that you keep elsewhere',
  },
} as const;

export interface Start {
  config: Config;
  /** Open the demo alliance when the hub is empty. */
  demo: boolean;
  backupPassphrase?: string;
  /** The command and its arguments; empty: run the hub. */
  command: string[];
}

interface Surroundings {
  env: Record<string, string | undefined>;
  /** Without the program itself. */
  args: string[];
  /** The folder that a relative data folder is relative to. */
  cwd: string;
}

/** Reads all settings once. Throws a CannotStart that tells every mistake, and no secret. */
export function readConfig({ env, args, cwd }: Surroundings): Start {
  const line = readCommandLine(args);
  const { values, mistakes } = readSettings(settings, env, line.flags);
  const all = [...mistakes, ...line.mistakes];
  if (all.length > 0) throw new CannotStart(describeMistakes(all));
  const { backupPassphrase, ...config } = values;
  return {
    config: { ...config, data: resolve(cwd, values.data), portFixed: Boolean(env.BA_PORT || line.flags.port) },
    demo: line.demo,
    ...(backupPassphrase && { backupPassphrase }),
    command: line.command,
  };
}

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  host: { type: 'string' },
  allow: { type: 'string', multiple: true },
  demo: { type: 'boolean' },
} as const;

function readCommandLine(args: string[]) {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const flags: Record<string, string | undefined> = {};
  const mistakes: Mistake[] = [];
  const command: string[] = [];
  let demo = false;
  for (const token of tokens) {
    if (token.kind === 'positional') command.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'demo') demo = true;
    else if (!(token.name in options)) mistakes.push(unknownOption(token.rawName));
    else if (!token.value) mistakes.push({ name: token.rawName, wrong: 'needs a value' });
    else
      flags[token.name] = token.name === 'allow' ? [flags.allow, token.value].filter(Boolean).join(',') : token.value;
  }
  return { flags, mistakes, command, demo };
}

function unknownOption(name: string): Mistake {
  const known = Object.keys(options).map((option) => `--${option}`);
  return { name, wrong: `is not an option${didYouMean(name, known)}` };
}
