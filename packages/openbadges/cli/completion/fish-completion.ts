import type { Command, Option } from '../command.ts';
import { everywhere } from '../parse-command-line.ts';

/** A completion script for fish, with what each command and option is for. */
export function fishCompletion(commands: readonly Command[]): string {
  const names = commands.map(
    ({ name, summary }) => `complete -c badges -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
  );
  const options = commands.flatMap((command) => [
    ...Object.entries({ ...command.options, ...everywhere }).map(([name, option]) =>
      optionLine(command.name, name, option),
    ),
    ...(command.words
      ? [`complete -c badges -n '__fish_seen_subcommand_from ${command.name}' -a ${quoted(command.words.join(' '))}`]
      : []),
  ]);
  const help = [
    `complete -c badges -n __fish_use_subcommand -f -a help -d 'Explain a command'`,
    `complete -c badges -n '__fish_seen_subcommand_from help' -f -a ${quoted(commands.map(({ name }) => name).join(' '))}`,
  ];
  return `# fish completion for badges\n${[...names, ...options, ...help].join('\n')}\n`;
}

function optionLine(command: string, name: string, { type, short, choices, text }: Option): string {
  const parts = [
    `complete -c badges -n '__fish_seen_subcommand_from ${command}' -l ${name}`,
    ...(short ? [`-s ${short}`] : []),
    ...(type === 'string' ? ['-r'] : []),
    ...(choices ? [`-f -a ${quoted(choices.join(' '))}`] : []),
    `-d ${quoted(text)}`,
  ];
  return parts.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
