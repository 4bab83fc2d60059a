/** Always the same choice for the same text (FNV-1a, 32 bits), so a person or an organization keeps its mark. */
export function pickBy<T>(text: string, choices: readonly [T, ...T[]]): T {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
  return choices[mixed % choices.length] ?? choices[0];
}
