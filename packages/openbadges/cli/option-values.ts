import type { OptionValues } from './command.ts';

/** The option of every command that asks at addresses. */
export const allowOption = {
  type: 'string',
  multiple: true,
  value: 'HOST',
  text: 'Ask this host although it lies in a private network, for example localhost:3000.',
} as const;

/** The value of an option that takes text; undefined when it was not given. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of an option that may be given several times. */
export function textOptions(values: OptionValues, name: string): string[] {
  const value = values[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function isOn(values: OptionValues, name: string): boolean {
  return values[name] === true;
}
