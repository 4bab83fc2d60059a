import type { Command } from '../command.ts';
import { everywhere } from '../parse-command-line.ts';

/** A completion script for bash: commands, their options, the values of options, and files. */
export function bashCompletion(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const options = Object.keys({ ...command.options, ...everywhere }).map((name) => `--${name}`);
    return `    ${command.name}) words="${[...(command.words ?? []), ...options].join(' ')}" ;;`;
  });
  const choices = commands.flatMap(({ name, options }) =>
    Object.entries(options).flatMap(([option, { choices }]) =>
      choices
        ? [`    ${name}:--${option}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`]
        : [],
    ),
  );
  return `# bash completion for badges
_badges() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), 'help'].join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}:$previous" in
${choices.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) words="${commands.map(({ name }) => name).join(' ')}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$current" in
    -*) ;;
    *) COMPREPLY+=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _badges badges
`;
}
