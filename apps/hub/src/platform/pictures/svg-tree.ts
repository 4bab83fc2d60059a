import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refusal } from '../../kernel/refusal.ts';
import { drawingElements, limits, textElements, transparentElements } from './svg-rules.ts';

export interface SvgElement {
  name: string;
  attributes: Map<string, string>;
  children: (SvgElement | string)[];
}

export interface SvgTree {
  root: SvgElement;
  /** Text of all style sheets in the file. */
  css: string;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri === '' || (uri === xlinkNamespace && local === 'href' && !attributes.has('href')))
      attributes.set(local, value);
  }
  return attributes;
}

/** Builds the tree of the elements that draw, and refuses what no drawing needs. */
class TreeBuilder {
  readonly #open: SvgElement[] = [];
  /** How deep inside an element that is left out. */
  #skipped = 0;
  #elements = 0;
  #inStyle = false;
  #transparent = 0;
  root: SvgElement | undefined;
  css = '';

  begin(tag: SaxesTagNS): void {
    this.#elements += 1;
    if (this.#elements > limits.elements) throw new Refusal('image.svg-too-complex');
    if (!this.root) this.#beginRoot(tag);
    else if (this.#skipped > 0) this.#skipped += 1;
    else if (tag.uri === svgNamespace && tag.local === 'style') this.#inStyle = true;
    else if (tag.uri === svgNamespace && transparentElements.has(tag.local)) this.#transparent += 1;
    else if (tag.uri === svgNamespace && drawingElements.has(tag.local)) this.#push(tag);
    else this.#skipped = 1;
    if (this.#open.length + this.#skipped + this.#transparent > limits.depth)
      throw new Refusal('image.svg-too-complex');
  }

  #beginRoot(tag: SaxesTagNS): void {
    // A drawing without its namespace is still meant as one: browsers show it, so nothing is lost by saying no.
    if (tag.uri !== svgNamespace || tag.local !== 'svg') throw new Refusal('image.svg-not-svg');
    this.root = { name: 'svg', attributes: attributesOf(tag), children: [] };
    this.#open.push(this.root);
  }

  #push(tag: SaxesTagNS): void {
    const element: SvgElement = { name: tag.local, attributes: attributesOf(tag), children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  end(tag: SaxesTagNS): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (this.#inStyle) this.#inStyle = false;
    else if (tag.uri === svgNamespace && transparentElements.has(tag.local)) this.#transparent -= 1;
    else this.#open.pop();
  }

  text(text: string): void {
    const parent = this.#open.at(-1);
    if (this.#inStyle && this.#skipped === 0) this.css += text;
    else if (this.#skipped === 0 && parent && textElements.has(parent.name)) parent.children.push(text);
  }
}

/** Reads an SVG as a tree of drawing elements. Throws refusals `image.svg-…`. */
export function parseSvg(text: string): SvgTree {
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  const builder = new TreeBuilder();
  parser.on('error', () => {
    throw new Refusal('image.svg-broken');
  });
  parser.on('doctype', (doctype) => {
    // A public identifier is harmless, nothing is fetched for it; declarations are where entity bombs live.
    if (doctype.includes('[')) throw new Refusal('image.svg-doctype');
  });
  parser.on('opentag', (tag) => builder.begin(tag));
  parser.on('closetag', (tag) => builder.end(tag));
  parser.on('text', (content) => builder.text(content));
  parser.on('cdata', (content) => builder.text(content));
  parser.write(text.replace(/^\ufeff/, '')).close();
  if (!builder.root) throw new Refusal('image.svg-not-svg');
  return { root: builder.root, css: builder.css };
}
