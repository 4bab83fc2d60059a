/** An opening or closing tag, or a piece of text, at its place in the document; positions are indexes into it. */
export interface XmlMarkup {
  kind: 'open' | 'empty' | 'close' | 'text' | 'cdata';
  /** The qualified name of a tag; of text its content, as it stands there. */
  content: string;
  start: number;
  end: number;
}

/** A document that breaks the rules of XML, or declares entities ('entities'). */
export class XmlProblem extends Error {
  readonly reason: 'entities' | 'broken';

  constructor(reason: XmlProblem['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const quote = 0x22;
const apostrophe = 0x27;
const greater = 0x3e;
const slash = 0x2f;

/**
 * Walks over the markup of an XML document from front to back (XML 1.0 §2), each character once and without recursion.
 * It says where things are; it does not check every letter of a name. Entities are never expanded.
 */
export class XmlScanner {
  private at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next piece of markup; undefined at the end. Comments, processing instructions and DOCTYPE are passed over. */
  next(): XmlMarkup | undefined {
    for (;;) {
      const start = this.at;
      if (start >= this.text.length) return undefined;
      if (this.text.charCodeAt(start) !== 0x3c) return this.textUpTo(this.text.indexOf('<', start));
      const second = this.text.charCodeAt(start + 1);
      if (second === slash) return this.closingTag();
      if (second === 0x3f) this.at = this.after('?>', start + 2);
      else if (second !== 0x21) return this.openingTag();
      else if (this.text.startsWith('<!--', start)) this.at = this.after('-->', start + 4);
      else if (this.text.startsWith('<![CDATA[', start)) return this.characters(start);
      else this.at = this.afterDoctype(start);
    }
  }

  private textUpTo(next: number): XmlMarkup {
    const start = this.at;
    this.at = next < 0 ? this.text.length : next;
    return { kind: 'text', content: this.text.slice(start, this.at), start, end: this.at };
  }

  private characters(start: number): XmlMarkup {
    this.at = this.after(']]>', start + 9);
    return { kind: 'cdata', content: this.text.slice(start + 9, this.at - 3), start, end: this.at };
  }

  private closingTag(): XmlMarkup {
    const start = this.at;
    this.at = this.after('>', start + 2);
    return { kind: 'close', content: this.text.slice(start + 2, this.at - 1).trimEnd(), start, end: this.at };
  }

  private openingTag(): XmlMarkup {
    const start = this.at;
    const nameEnd = this.nameEnd(start + 1);
    if (nameEnd === start + 1) throw new XmlProblem('broken');
    this.at = this.tagEnd(nameEnd);
    const kind = this.text.charCodeAt(this.at - 2) === slash ? 'empty' : 'open';
    return { kind, content: this.text.slice(start + 1, nameEnd), start, end: this.at };
  }

  private nameEnd(from: number): number {
    for (let at = from; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code <= 0x20 || code === slash || code === greater) return at;
      if (code === 0x3c || code === quote || code === apostrophe) throw new XmlProblem('broken');
    }
    throw new XmlProblem('broken');
  }

  /** Just after the `>` that closes a tag; one in an attribute's value does not. */
  private tagEnd(from: number): number {
    for (let at = from; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === greater) return at + 1;
      if (code === quote) at = this.after('"', at + 1) - 1;
      else if (code === apostrophe) at = this.after("'", at + 1) - 1;
      else if (code === 0x3c) throw new XmlProblem('broken');
    }
    throw new XmlProblem('broken');
  }

  /** XML 1.0 §2.8. A DOCTYPE may declare notations and attributes, which change nothing here, but no entities. */
  private afterDoctype(start: number): number {
    if (!this.text.startsWith('<!DOCTYPE', start)) throw new XmlProblem('broken');
    const end = this.text.indexOf('>', start);
    const subset = this.text.indexOf('[', start);
    if (end < 0) throw new XmlProblem('broken');
    if (subset < 0 || subset > end) return end + 1;
    const subsetEnd = this.after(']', subset);
    if (this.text.slice(subset, subsetEnd).includes('<!ENTITY')) throw new XmlProblem('entities');
    return this.after('>', subsetEnd);
  }

  private after(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw new XmlProblem('broken');
    return at + mark.length;
  }
}
