import { type DestinationStream, pino, type SerializedError, stdSerializers } from 'pino';
import type { Config } from '../kernel/config.ts';
import type { Log } from '../kernel/log.ts';

type Needs = Pick<Config, 'mode' | 'logLevel'>;

/** JSON lines in production, one readable line for each fact in development. */
export function makeLog({ mode, logLevel }: Needs, destination: DestinationStream = process.stdout): Log {
  return pino(
    {
      level: logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: withoutPersonalText, error: withoutPersonalText },
      redact: { paths: neverLogged, censor: '[removed]' },
    },
    mode === 'production' ? destination : readableLines(destination),
  );
}

// A net under the rule that such facts are not logged in the first place.
const personalOrSecret = [
  'address',
  'authorization',
  'body',
  'cookie',
  'email',
  'ip',
  'password',
  'recipient',
  'secret',
  'to',
  'token',
];
const neverLogged = personalOrSecret.flatMap((name) => [name, `*.${name}`]);

const mailAddress = /[^\s"'<>(),;:=[\]]+@[^\s"'<>(),;:[\]]+\.[^\s"'<>(),;:[\]]+/g;
// node-postgres: the value that broke a rule is in `detail`; the message has names of tables and constraints only.
const kept = ['type', 'code', 'message', 'stack', 'table', 'constraint', 'status'] as const;

function withoutPersonalText(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const whole: SerializedError = stdSerializers.err(error);
  const facts = kept.filter((name) => whole[name] !== undefined).map((name) => [name, masked(whole[name])]);
  return Object.fromEntries(facts);
}

// V8 shows the piece of the text that is no JSON; PostgreSQL and the URL reader put the value between quotes.
const quoted =
  /(?<=Unexpected [^\n]{1,20}, )[\s\S]{0,200}?(?= is not valid JSON)|(?<=(invalid input|out of range|invalid byte)[^\n]{0,200})"[^"\n]*"/g;

const masked = (value: unknown) =>
  typeof value === 'string' ? value.replace(quoted, '[text]').replace(mailAddress, '[address]') : value;

function readableLines(destination: DestinationStream): DestinationStream {
  return {
    write(line) {
      const { level, time, msg, err, error, ...facts } = JSON.parse(line) as Record<string, unknown>;
      const problem = (err ?? error) as { stack?: string } | undefined;
      const words = Object.entries(facts).map(
        ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const text = [String(time).slice(11, 23), String(level).toUpperCase().padEnd(5), msg, ...words].join(' ');
      destination.write(problem?.stack ? `${text}\n${problem.stack}\n` : `${text}\n`);
    },
  };
}
