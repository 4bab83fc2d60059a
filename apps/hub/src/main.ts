import { commands, helpText } from './commands.ts';
import { readConfig } from './config.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { serve } from './serve.ts';

/** The program: runs the hub unless another command is named. */
async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${helpText()}\n`);
    return 0;
  }
  const start = readConfig({ env: process.env, args, cwd: process.cwd() });
  const [name, ...rest] = start.command;
  if (!name || name === 'serve') return serve(start);
  const command = commands[name];
  if (!command)
    throw new CannotStart(`There is no command “${name}”. There are: serve, ${Object.keys(commands).join(', ')}.`);
  return command.run(start, rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`\n${error.message}\n\n`);
  process.exitCode = 1;
}
