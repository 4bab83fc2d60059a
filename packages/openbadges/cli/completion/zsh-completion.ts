import type { Command, Option } from '../command.ts';
import { everywhere } from '../parse-command-line.ts';

/** A completion script for zsh, with what each command and option is for. */
export function zshCompletion(commands: readonly Command[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`);
  const cases = commands.map((command) => {
    const options = Object.entries({ ...command.options, ...everywhere }).map(optionSpec);
    const words = command.words ? [quoted(`1:what:(${command.words.join(' ')})`)] : [];
    return `    ${command.name}) _arguments ${[...options, ...words, quoted('*:file:_files')].join(' ')} ;;`;
  });
  return `#compdef badges
_badges() {
  local -a commands
  commands=(
${list.join('\n')}
    'help:Explain a command'
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
    help) _describe 'command' commands ;;
  esac
}
if [ "$funcstack[1]" = _badges ]; then
  _badges "$@"
else
  compdef _badges badges
fi
`;
}

function optionSpec([name, { type, choices, text, multiple }]: [string, Option]): string {
  const says = text.replace(/[[\]:]/g, ' ');
  const value = type === 'boolean' ? '' : choices ? `:value:(${choices.join(' ')})` : ':value:_files';
  return quoted(`${multiple ? '*' : ''}--${name}[${says}]${value}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
