import { PdfProblem } from './pdf-value.ts';

/** ISO 32000-2 §7.4.2: two hexadecimal digits a byte, up to `>`; a last digit alone is followed by zero. */
export function fromHex(content: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(content.length / 2));
  let digits = 0;
  for (const code of content) {
    if (code === 0x3e) break;
    if (isSpace(code)) continue;
    const digit = Number.parseInt(String.fromCharCode(code), 16);
    if (Number.isNaN(digit)) throw new PdfProblem('no hexadecimal digit');
    out[digits >> 1] = (out[digits >> 1] as number) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return out.subarray(0, Math.ceil(digits / 2));
}

/** §7.4.3: five characters for four bytes, `z` for four zeros, up to `~`. */
export function fromBase85(content: Uint8Array): Uint8Array {
  const out = new Uint8Array(content.length * 4);
  const view = new DataView(out.buffer);
  let size = 0;
  let value = 0;
  let digits = 0;
  const put = (digit: number) => {
    value = value * 85 + digit;
    digits += 1;
    if (digits < 5) return;
    view.setUint32(size, value);
    size += 4;
    value = 0;
    digits = 0;
  };
  for (const code of content) {
    if (code === 0x7e) break;
    if (code === 0x7a && digits === 0) size += 4;
    else if (code >= 0x21 && code <= 0x75) put(code - 0x21);
    else if (!isSpace(code)) throw new PdfProblem('no base 85');
  }
  const missing = digits === 0 ? 0 : 5 - digits;
  while (digits > 0) put(84);
  return out.subarray(0, size - missing);
}

function isSpace(code: number): boolean {
  return code <= 0x20;
}
