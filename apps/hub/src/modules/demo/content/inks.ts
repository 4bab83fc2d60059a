/** The inks of the demonstration's badges. */
export const inks = {
  navy: '#1b2a5c',
  red: '#d23921',
  rust: '#b5301b',
  yellow: '#f5b71a',
  blue: '#1d50be',
  orange: '#f06d3e',
  teal: '#087585',
  green: '#0c6b4b',
  berry: '#b41d5a',
  plum: '#5b2a86',
  mint: '#7fd1b9',
  ink: '#20242e',
  sky: '#7cc4ea',
} as const;
