import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const launcher = join(import.meta.dirname, '../../bin/badges.mjs');

/** The program itself in a process of its own. */
export function startBadges(argv: readonly string[], cwd: string, env: Record<string, string> = {}): ChildProcess {
  const inherited = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  return spawn(process.execPath, [launcher, ...argv], { cwd, env: { ...inherited, ...env }, stdio: 'pipe' });
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** Waits for the end of a process; what it reads on standard input is given at once. */
export async function ended(child: ChildProcess, stdin = ''): Promise<Ended> {
  child.stdin?.on('error', () => child.stdin?.destroy());
  child.stdin?.end(stdin);
  const [[code, signal], out, err] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, signal, out, err };
}
