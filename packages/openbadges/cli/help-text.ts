import type { Command, Option, Sample } from './command.ts';
import { everywhere } from './parse-command-line.ts';

/** What `badges help <name>` says. Lines are at most 100 characters. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...everywhere });
  const parts = [
    `${command.summary}`,
    ['Usage:', ...command.usage.map((line) => `  badges ${line}`)].join('\n'),
    ...(command.about ?? []).map((paragraph) => wrapped(paragraph, 0)),
    ...(command.samples ?? []).map(sampleText),
    ['Options:', ...options.map(([name, option]) => optionLine(name, option))].join('\n'),
    ['Examples:', ...command.examples.map(({ line, says }) => `  badges ${line}\n${wrapped(says, 6)}`)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What `badges help` says. */
export function overview(commands: readonly Command[], version: string): string {
  const longest = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`);
  return `badges ${version}: read, check, make and change Open Badges of every version.

Usage:
  badges COMMAND [WORDS] [OPTIONS]

Commands:
${lines.join('\n')}
  ${'help'.padEnd(longest)}  Explain a command: badges help verify

Examples:
  badges verify badge.png
      Is it genuine, and does it still hold?
  badges inspect badge.png
      What does it say?

Exit codes:
  0  valid, or done
  1  the answer is no: not valid, revoked, expired, or no badge in the file
  2  it could not be found out: a file or an address could not be read or written
  64 the command line is wrong        70 a mistake of this program
`;
}

function sampleText({ name, text }: Sample): string {
  return `${name} could be:\n${text.replace(/^/gm, '  ')}`;
}

function optionLine(name: string, option: Option): string {
  const short = option.short ? `-${option.short}, ` : '';
  const value = option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : '';
  const choices = option.choices ? ` One of: ${option.choices.join(', ')}.` : '';
  const repeat = option.multiple ? ' May be given several times.' : '';
  return `  ${short}--${name}${value}\n${wrapped(`${option.text}${choices}${repeat}`, 6)}`;
}

function wrapped(text: string, indent: number, width = 100): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each).join('\n');
}
