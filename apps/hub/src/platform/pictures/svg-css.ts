import { presentation } from './svg-rules.ts';
import type { SvgElement } from './svg-tree.ts';

type Declarations = [string, string][];

/** Characters of style sheets that are looked at; drawing programs write a few hundred. */
const longestSheet = 65_536;

function declarationsOf(text: string): Declarations {
  return text.split(';').flatMap((declaration): Declarations => {
    const [property = '', ...rest] = declaration.split(':');
    const name = property.trim().toLowerCase();
    const value = rest.join(':').split('!')[0]?.trim();
    return presentation.has(name) && value ? [[name, value]] : [];
  });
}

function withoutComments(css: string): string {
  const [before = '', ...rest] = css.split('/*');
  const after = rest.map((part) => {
    const end = part.indexOf('*/');
    return end < 0 ? '' : part.slice(end + 2);
  });
  return before + after.join('');
}

/** Declarations by selector. Only selectors that name one element, class or id count; drawing programs write no others. */
function sheetOf(css: string): Map<string, Map<string, string>> {
  const sheet = new Map<string, Map<string, string>>();
  for (const rule of withoutComments(css.slice(0, longestSheet)).split('}')) {
    const [selectors = '', body] = rule.split('{');
    if (body === undefined) continue;
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      if (!/^[.#]?[\w-]+$/.test(selector)) continue;
      sheet.set(selector, new Map([...(sheet.get(selector) ?? []), ...declarationsOf(body)]));
    }
  }
  return sheet;
}

function inline(element: SvgElement, sheet: Map<string, Map<string, string>>): void {
  const classes = (element.attributes.get('class') ?? '').split(/\s+/).map((name) => `.${name}`);
  // CSS Cascade §6.1: elements, then classes, then the id, then the element's own style
  const selectors = [element.name, ...classes, `#${element.attributes.get('id')}`];
  const own = declarationsOf(element.attributes.get('style') ?? '');
  for (const [name, value] of [...selectors.flatMap((selector) => [...(sheet.get(selector) ?? [])]), ...own]) {
    element.attributes.set(name, value);
  }
  for (const gone of ['style', 'class']) element.attributes.delete(gone);
  for (const child of element.children) if (typeof child !== 'string') inline(child, sheet);
}

/** Turns style sheets and style attributes into presentation attributes: afterwards there is no CSS. */
export function inlineCss(root: SvgElement, css: string): void {
  inline(root, sheetOf(css));
}
