export interface Palette {
  name: string;
  primary: string;
  secondary: string;
}

/** Pairs that hold on both grounds: dark enough for cream, apart enough for an accent. */
export const palettes: Palette[] = [
  { name: 'navy-red', primary: '#1b2a5c', secondary: '#d23921' },
  { name: 'navy-yellow', primary: '#1b2a5c', secondary: '#f5b71a' },
  { name: 'blue-yellow', primary: '#1d50be', secondary: '#f5b71a' },
  { name: 'blue-orange', primary: '#1d50be', secondary: '#f06d3e' },
  { name: 'teal-red', primary: '#087585', secondary: '#d23921' },
  { name: 'teal-yellow', primary: '#087585', secondary: '#f5b71a' },
  { name: 'green-orange', primary: '#0c6b4b', secondary: '#f06d3e' },
  { name: 'green-yellow', primary: '#0c6b4b', secondary: '#f5b71a' },
  { name: 'red-navy', primary: '#d23921', secondary: '#1b2a5c' },
  { name: 'red-yellow', primary: '#d23921', secondary: '#f5b71a' },
  { name: 'berry-yellow', primary: '#b41d5a', secondary: '#f5b71a' },
  { name: 'berry-navy', primary: '#b41d5a', secondary: '#1b2a5c' },
  { name: 'plum-mint', primary: '#5b2a86', secondary: '#7fd1b9' },
  { name: 'ink-sky', primary: '#20242e', secondary: '#7cc4ea' },
];

/** Light inks that only hold as a full ground. */
export const fullPalettes: Palette[] = [
  { name: 'yellow-blue', primary: '#f5b71a', secondary: '#1d50be' },
  { name: 'yellow-red', primary: '#f5b71a', secondary: '#b5301b' },
  { name: 'orange-navy', primary: '#f06d3e', secondary: '#1b2a5c' },
  { name: 'sky-navy', primary: '#7cc4ea', secondary: '#1b2a5c' },
];
