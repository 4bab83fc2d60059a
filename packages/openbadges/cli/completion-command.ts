import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { bashCompletion } from './completion/bash-completion.ts';
import { fishCompletion } from './completion/fish-completion.ts';
import { zshCompletion } from './completion/zsh-completion.ts';
import { exitCodes } from './exit-codes.ts';
import { printable } from './printable.ts';

const shells: Record<string, (commands: readonly Command[]) => string> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export const completionCommand: Command = {
  name: 'completion',
  summary: 'Let the shell complete commands and options with the Tab key.',
  usage: ['completion bash|zsh|fish'],
  about: ['Prints a script; the examples say where it belongs.'],
  words: Object.keys(shells),
  options: {},
  examples: [
    { line: 'completion bash >> ~/.bashrc', says: 'For bash.' },
    { line: 'completion zsh > ~/.zfunc/_badges', says: 'For zsh, when ~/.zfunc is in fpath.' },
    { line: 'completion fish > ~/.config/fish/completions/badges.fish', says: 'For fish.' },
  ],
  run: runCompletion,
};

async function runCompletion({ args, stdout }: CommandContext): Promise<number> {
  const [shell, extra] = args;
  const write = shell !== undefined && Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!write || extra !== undefined) {
    throw wrongUse(
      shell === undefined ? 'For which shell?' : `There is none for ${printable(shell)}.`,
      'It can be: bash, zsh, fish.',
    );
  }
  const { loadCommands } = await import('./commands.ts');
  stdout.write(write(await loadCommands()));
  return exitCodes.good;
}
