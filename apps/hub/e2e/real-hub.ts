import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

import type { PostgresConnection } from '../src/platform/postgres/index.ts';
import { processIdentity } from '../src/platform/postgres/process-identity.ts';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(repository, 'apps/hub/dist/main.js');

export interface RealHub {
  /** Without a slash at its end. */
  address: string;
  data: string;
  pid: number;
  /** All that it printed so far, both streams. */
  printed(): string;
  /** Asks it to stop as Ctrl-C in a terminal does, and waits until it is gone. */
  stop(): Promise<Ended>;
  /** Takes the process away without asking. */
  kill(): Promise<Ended>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  milliseconds: number;
}

export interface StartHub {
  data: string;
  args?: string[];
  env?: Record<string, string>;
  /** Through `npm start`, as people do, instead of the built program. */
  npm?: boolean;
}

const greeting = /is open at +(http\S+)/;

/** Starts a hub as a process of its own and waits until it says where it is open. Whoever starts it stops it. */
export async function startHub(how: StartHub): Promise<RealHub> {
  const run = launch(how);
  const address = await run.until(greeting);
  return {
    address,
    data: how.data,
    pid: run.child.pid as number,
    printed: run.printed,
    stop: () => run.end('SIGINT'),
    kill: () => run.end('SIGKILL'),
  };
}

/** Runs the program to its end: a command, or a start that cannot be. */
export async function runHub(how: StartHub): Promise<{ code: number | null; printed: string }> {
  const run = launch(how);
  const { code } = await run.ended;
  return { code, printed: run.printed() };
}

function launch({ data, args = [], env = {}, npm = false }: StartHub) {
  const options = args.includes('--port') || npm ? args : ['--port', '0', ...args];
  const command = npm ? ['npm', 'start', '--', '--data', data, ...args] : [process.execPath, program, '--data', data];
  if (!npm) command.push(...options);
  const [name = '', ...rest] = command;
  // A group of its own, so that signals reach npm, node and whatever they started: as from a terminal.
  const child = spawn(name, rest, {
    cwd: repository,
    detached: true,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return follow(child);
}

function follow(child: ChildProcess) {
  let text = '';
  let hear = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      hear();
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    ended,
    printed: () => text,
    until: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        hear = () => {
          const found = pattern.exec(text)?.[1];
          if (found) resolve(found);
        };
        hear();
        ended.then(({ code }) => reject(new Error(`The hub ended with ${code} and said:\n${text}`)));
      }),
    async end(signal: NodeJS.Signals): Promise<Ended> {
      const started = performance.now();
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), signal);
      return { ...(await ended), milliseconds: performance.now() - started };
    },
  };
}

/** No setting of whoever runs the tests reaches the hub. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(BA_|DATABASE_URL$|npm_|NODE_OPTIONS$|VITEST|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** A new folder that goes away with the test file. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'badge-alliance-e2e-'));
  // The user of the database has to pass through.
  chmodSync(path, 0o711);
  return { path: join(path, 'data'), remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The same for one test. */
export function dataFolderOfTest(): string {
  const { path, remove } = dataFolder();
  onTestFinished(remove);
  return path;
}

/** The process of a data folder's own database. */
export function databaseProcess(data: string): number {
  return Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

export function isRunning(pid: number): boolean {
  return processIdentity(pid) !== undefined;
}

/** How a hub is told of a database of the test cluster. */
export function databaseUrl({ host, port, user, database }: PostgresConnection): string {
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`;
}
