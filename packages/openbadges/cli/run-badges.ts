import { BadgeError } from '../src/model/badge-error.ts';
import type { Command, CommandContext } from './command.ts';
import { CommandError, wrongUse } from './command-error.ts';
import { commands, loadCommands } from './commands.ts';
import { errorSentence } from './error-sentence.ts';
import { exitCodes } from './exit-codes.ts';
import { commandHelp, overview } from './help-text.ts';
import { nearest } from './nearest.ts';
import { paintFor } from './paint.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { printable } from './printable.ts';
import { version } from './version.ts';

/** What a command may use, before its command line is read. */
export type World = Omit<CommandContext, 'args' | 'values'>;

/**
 * Runs one command line (without `node` and the name of the script) and resolves to its exit code.
 * Never rejects: what goes wrong is written to `stderr`.
 */
export async function runBadges(argv: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(argv, world);
  } catch (error) {
    if (error instanceof CommandError) return complain(error.message, error.remedy, error.exitCode, world);
    if (error instanceof BadgeError) return complain(errorSentence(error), undefined, exitCodes.no, world);
    return admit(error, world);
  }
}

async function dispatch([first, ...rest]: readonly string[], world: World): Promise<number> {
  const isHelp = first === 'help' && (rest.length === 0 || rest[0] === 'help');
  if (first === undefined || first === '--help' || first === '-h' || isHelp) {
    world.stdout.write(overview(await loadCommands(), version()));
    return first === undefined ? exitCodes.usage : exitCodes.good;
  }
  if (first === '--version' || first === '-v' || first === 'version') {
    world.stdout.write(`${version()}\n`);
    return exitCodes.good;
  }
  if (first === 'help') {
    world.stdout.write(commandHelp(await commandNamed(rest[0] ?? '')));
    return exitCodes.good;
  }
  const command = await commandNamed(first);
  const { args, values } = rest.includes('--help') ? helpOnly : parseCommandLine(command, rest);
  if (values.help !== true) return command.run({ ...world, args, values });
  world.stdout.write(commandHelp(command));
  return exitCodes.good;
}

/** Who asks for help gets it, whatever else is on the line. */
const helpOnly = { args: [], values: { help: true } };

async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const meant = nearest(name, Object.keys(commands));
  const shown = printable(name).slice(0, 60);
  const what = name.startsWith('-') ? `There is no option ${shown} here.` : `There is no command ${shown}.`;
  throw wrongUse(what, meant ? `Did you mean badges ${meant}? All commands: badges help` : 'All commands: badges help');
}

function complain(sentence: string, remedy: string | undefined, exitCode: number, world: World): number {
  const { red } = paintFor({ ...world, values: {}, stdout: world.stderr });
  world.stderr.write(`${red('badges:')} ${printable(sentence)}\n`);
  if (remedy) world.stderr.write(`  ${printable(remedy)}\n`);
  return exitCode;
}

function admit(error: unknown, world: World): number {
  const what = error instanceof Error ? error.message : String(error);
  world.stderr.write(
    `badges: this is a mistake of badges ${version()} itself, not yours (${printable(what).slice(0, 300)}). ` +
      'Please report it to its makers together with the line you typed; BADGES_DEBUG=1 in front of it shows where it happened.\n',
  );
  if (world.env.BADGES_DEBUG && error instanceof Error) world.stderr.write(`${error.stack ?? ''}\n`);
  return exitCodes.bug;
}
