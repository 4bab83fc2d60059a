import { readConfig } from './config.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { serve } from './serve.ts';

/** The program: `serve` unless another command is named. */
export async function main(args: string[]): Promise<number> {
  try {
    const start = readConfig({ env: process.env, args, cwd: process.cwd() });
    const [command = 'serve'] = start.command;
    if (command !== 'serve') throw new CannotStart(`There is no command “${command}”.`);
    await serve(start);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`\n${error.message}\n\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
