import { presentation } from './svg-rules.ts';
import type { SvgElement } from './svg-tree.ts';

interface Rule {
  selector: string;
  /** Of the selector: element 0, class 1, id 2. */
  weight: number;
  declarations: [string, string][];
}

function declarationsOf(text: string): [string, string][] {
  return text.split(';').flatMap((declaration): [string, string][] => {
    const [property = '', ...rest] = declaration.split(':');
    const name = property.trim().toLowerCase();
    const value = rest
      .join(':')
      .replace(/!\s*important\s*$/i, '')
      .trim();
    return presentation.has(name) && value ? [[name, value]] : [];
  });
}

/** The rules whose selectors name one element, class or id; drawing programs write no others. */
function rulesOf(css: string): Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').map((part) => {
      const selector = part.trim();
      const weight = selector.startsWith('#') ? 2 : selector.startsWith('.') ? 1 : 0;
      return { selector, weight, declarations: declarationsOf(body) };
    }),
  );
  return rules.filter((rule) => /^[.#]?[\w-]+$/.test(rule.selector)).sort((one, other) => one.weight - other.weight);
}

function applies({ selector }: Rule, element: SvgElement): boolean {
  if (selector.startsWith('#')) return element.attributes.get('id') === selector.slice(1);
  if (!selector.startsWith('.')) return element.name === selector;
  return (element.attributes.get('class') ?? '').split(/\s+/).includes(selector.slice(1));
}

function inline(element: SvgElement, rules: Rule[]): void {
  const style = declarationsOf(element.attributes.get('style') ?? '');
  const found = [...rules.filter((rule) => applies(rule, element)).flatMap((rule) => rule.declarations), ...style];
  for (const [name, value] of found) element.attributes.set(name, value);
  for (const gone of ['style', 'class']) element.attributes.delete(gone);
  for (const child of element.children) if (typeof child !== 'string') inline(child, rules);
}

/** Turns style sheets and style attributes into presentation attributes: afterwards there is no CSS. */
export function inlineCss(root: SvgElement, css: string): void {
  inline(root, rulesOf(css.slice(0, 65_536)).slice(0, 500));
}
