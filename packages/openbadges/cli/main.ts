import { randomBytes } from 'node:crypto';
import type { WriteStream } from 'node:tty';
import type { Output } from './command.ts';
import { environmentOf } from './environment-of.ts';
import { exitCodes } from './exit-codes.ts';
import { runBadges, type World } from './run-badges.ts';

/** Milliseconds that a command has to end by itself after Ctrl-C; a second one ends it at once. */
const patience = 1000;

export { runBadges, type World };

/** The program `badges`: the command line of this process, run once. Ends the process with the command's exit code. */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGINT', () => {
    stopping.abort();
    // Files are written whole between two ticks, so that ending here leaves none half done.
    setTimeout(() => process.exit(exitCodes.stopped), patience).unref();
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly);
  const code = await runBadges(argv, processWorld(stopping.signal));
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  // Connections kept for the next request would hold the process for seconds.
  process.exit(stopping.signal.aborted ? exitCodes.stopped : code);
}

function processWorld(signal: AbortSignal): World {
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    signal,
    environment: environmentOf,
  };
}

function outputOf(stream: WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

/** Whoever read the output has seen enough, as with `badges inspect … | head`. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.good);
}

function flushed(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
