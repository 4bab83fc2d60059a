import type { CommandContext } from './command.ts';

export type Paint = Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>;

/** Select Graphic Rendition (ECMA-48 §8.3.117): how each begins and ends. */
const codes: Record<keyof Paint, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

type Asked = Pick<CommandContext, 'env' | 'values' | 'stdout'>;

/** Colours for what is written to standard output, or none. */
export function paintFor(context: Asked): Paint {
  const isOn = wantsColour(context);
  const entries = Object.entries(codes).map(([name, [begin, end]]) => [
    name,
    (text: string) => (isOn ? `\u001b[${begin}m${text}\u001b[${end}m` : text),
  ]);
  return Object.fromEntries(entries) as Paint;
}

/** no-color.org and force-color.org; what was typed counts more than what is in the environment. */
function wantsColour({ env, values, stdout }: Asked): boolean {
  if (values['no-color'] === true || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTerminal && env.TERM !== 'dumb';
}
