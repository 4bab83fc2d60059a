import { PdfName, PdfProblem, PdfReference, PdfText, type PdfValue } from './pdf-value.ts';

/** Deeper than any real document. */
const maxDepth = 64;
const mostValues = 500_000;
const longestText = 1024 * 1024;
const latin1 = new TextDecoder('latin1');

/** Reads values one after the other (ISO 32000-2 §7.2 and §7.3); throws `PdfProblem` where there is none. */
export class PdfParser {
  at: number;
  private readonly bytes: Uint8Array;
  private count = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    this.count += 1;
    if (depth > maxDepth || this.count > mostValues) throw new PdfProblem('too deep or too large');
    this.skipSpace();
    const code = this.bytes[this.at];
    if (code === 0x2f) return this.name();
    if (code === 0x28) return this.literalText();
    if (code === 0x5b) return this.array(depth);
    if (code === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hexText();
    if (code !== undefined && isNumeric(code)) return this.numberOrReference();
    const word = this.word();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    throw new PdfProblem(`no value: ${word.slice(0, 20)}`);
  }

  /** The next word of regular characters; empty when there is none. */
  word(): string {
    this.skipSpace();
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] as number)) this.at += 1;
    return String.fromCharCode(...this.bytes.subarray(start, Math.min(this.at, start + 64)));
  }

  /** True, and behind it, when this word comes next. */
  takes(word: string): boolean {
    const before = this.at;
    if (this.word() === word) return true;
    this.at = before;
    return false;
  }

  integer(): number {
    const word = this.word();
    if (!/^\+?\d{1,15}$/.test(word)) throw new PdfProblem('no integer');
    return Number(word);
  }

  skipSpace(): void {
    for (;;) {
      const code = this.bytes[this.at];
      if (code === 0x25) while (this.at < this.bytes.length && !isLineEnd(this.bytes[this.at])) this.at += 1;
      else if (code !== undefined && isSpace(code)) this.at += 1;
      else return;
    }
  }

  private numberOrReference(): number | PdfReference {
    const word = this.word();
    const value = Number(word);
    if (Number.isNaN(value)) throw new PdfProblem('no number');
    const behind = this.at;
    if (/^\d{1,10}$/.test(word)) {
      const generation = this.word();
      if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfReference(value, Number(generation));
    }
    this.at = behind;
    return value;
  }

  private name(): PdfName {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] as number)) this.at += 1;
    if (this.at - start > longestText) throw new PdfProblem('name too long');
    const raw = latin1.decode(this.bytes.subarray(start, this.at));
    return new PdfName(raw.replace(/#([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  }

  private array(depth: number): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) break;
      values.push(this.value(depth + 1));
    }
    this.at += 1;
    return values;
  }

  private dictionary(depth: number): Map<string, PdfValue> {
    this.at += 2;
    const members = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw new PdfProblem('no name of a member');
      const { name } = this.name();
      members.set(name, this.value(depth + 1));
    }
    this.at += 2;
    return members;
  }

  private hexText(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0 || end - this.at > longestText) throw new PdfProblem('text without end');
    const digits = latin1.decode(this.bytes.subarray(this.at + 1, end)).replace(/\s+/g, '');
    this.at = end + 1;
    if (!/^[\da-f]*$/i.test(digits)) throw new PdfProblem('no hexadecimal digits');
    const bytes = new Uint8Array(Math.ceil(digits.length / 2));
    for (let i = 0; i < bytes.length; i += 1)
      bytes[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2).padEnd(2, '0'), 16);
    return new PdfText(bytes);
  }

  /** §7.3.4.2: parentheses may nest, a backslash escapes. */
  private literalText(): PdfText {
    const out: number[] = [];
    this.at += 1;
    for (let open = 1; ; this.at += 1) {
      const code = this.bytes[this.at];
      if (code === undefined || out.length > longestText) throw new PdfProblem('text without end');
      if (code === 0x5c) this.escape(out);
      else {
        if (code === 0x28) open += 1;
        if (code === 0x29) open -= 1;
        if (open === 0) break;
        out.push(code);
      }
    }
    this.at += 1;
    return new PdfText(Uint8Array.from(out));
  }

  private escape(out: number[]): void {
    this.at += 1;
    const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal) {
      out.push(Number.parseInt(octal, 8) & 255);
      this.at += octal.length - 1;
    } else if (letter === '\r') this.at += this.bytes[this.at + 1] === 0x0a ? 1 : 0;
    else if (letter !== '\n') out.push((escapes[letter] ?? letter).charCodeAt(0));
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13 && code !== 11) || code === 0;
}

function isLineEnd(code: number | undefined): boolean {
  return code === 0x0a || code === 0x0d;
}

function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
}

/** Neither white space nor one of `()<>[]{}/%` (§7.2.3). */
function isRegular(code: number): boolean {
  return !isSpace(code) && !delimiters.has(code);
}

const delimiters = new Set(Array.from('()<>[]{}/%', (each) => each.charCodeAt(0)));
