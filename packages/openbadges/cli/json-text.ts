/** What a terminal obeys and JSON.stringify leaves as it is: DEL, the C1 controls, and marks that turn the direction. */
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON as people read it. It says the same as it would otherwise; what a terminal would obey is written as an escape. */
export function jsonText(value: unknown): string {
  return `${safe(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line, for other programs. */
export function jsonLine(value: unknown): string {
  return `${safe(JSON.stringify(value))}\n`;
}

function safe(json: string): string {
  return json.replace(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
