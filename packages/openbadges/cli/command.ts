import type { Environment } from '../src/verify/environment.ts';

/** One word after `badges`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** One line for each way to call it, without the word `badges`. */
  usage: readonly string[];
  /** Paragraphs for `badges help <name>`, between the usage and the options. */
  about?: readonly string[];
  /** Files as they could be written, shown as they are. */
  samples?: readonly Sample[];
  examples: readonly Example[];
  options: Readonly<Record<string, Option>>;
  /** First words after the name that mean something of their own, for completion. */
  words?: readonly string[];
  /** Resolves to an exit code (see `exitCodes`). Throws `CommandError` for what the person who typed it can mend. */
  run(context: CommandContext): Promise<number>;
}

export interface Sample {
  name: string;
  text: string;
}

export interface Example {
  line: string;
  says: string;
}

/** As `node:util` parseArgs takes it, with what help says about it. */
export interface Option {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
  /** What stands for the value in help, for example `FILE`. */
  value?: string;
  /** The only values it may have. */
  choices?: readonly string[];
  text: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Everything a command may use of the outside world, so that tests run commands in their own process. */
export interface CommandContext {
  args: readonly string[];
  values: OptionValues;
  stdin: AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  /** Paths on the command line are relative to this folder. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  clock: () => Date;
  /** So many random bytes. */
  random: (bytes: number) => Uint8Array;
  /** Aborted by Ctrl-C: stop at the next place where nothing is left half done. */
  signal: AbortSignal;
  /** What verifying may use; with `offline` nobody is asked. `allow`: private hosts that may be asked all the same. */
  environment(more?: Partial<Environment>, allow?: readonly string[]): Environment;
}

export interface Output {
  /** Text is written as it is: whoever writes what came from outside passes it through `printable` first. */
  write(text: string | Uint8Array): void;
  isTerminal: boolean;
  /** Characters in a line of the terminal. */
  columns: number;
}
