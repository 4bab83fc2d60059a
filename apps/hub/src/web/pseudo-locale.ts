const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
  C: 'Ç',
  S: 'Š',
};

/** Accented and a third longer; ICU arguments stay as they are, the words of their choices do not. */
export function pseudo(text: string): string {
  let depth = 0;
  let out = '';
  for (const letter of text) {
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    // {count, plural, one {…} other {…}}: what is said stands at every second depth
    out += depth % 2 === 0 ? (accents[letter] ?? letter) : letter;
  }
  return text.includes('{') ? out : out + ' ~~~~'.repeat(Math.ceil(text.length / 15));
}
