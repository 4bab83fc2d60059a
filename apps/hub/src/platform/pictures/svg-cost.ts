import { Refusal } from '../../kernel/refusal.ts';
import { limits } from './svg-rules.ts';
import type { SvgElement } from './svg-tree.ts';

function collect(element: SvgElement, byId: Map<string, SvgElement>): void {
  const id = element.attributes.get('id');
  if (id && !byId.has(id)) byId.set(id, element);
  for (const child of element.children) if (typeof child !== 'string') collect(child, byId);
}

function referencesOf(element: SvgElement): string[] {
  const found: string[] = [];
  for (const [name, value] of element.attributes) {
    if (name === 'href' && value.startsWith('#')) found.push(value.slice(1));
    for (const [, id = ''] of value.matchAll(/url\(#([^)]+)\)/g)) found.push(id);
  }
  return found;
}

/** Refuses drawings that grow without bound when references are followed, or that refer to themselves. */
export function refuseBombs(root: SvgElement): void {
  const byId = new Map<string, SvgElement>();
  collect(root, byId);
  const known = new Map<SvgElement, number>();
  const open = new Set<SvgElement>();

  const cost = (element: SvgElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element) || open.size > limits.chain) throw new Refusal('image.svg-too-complex');
    open.add(element);
    let sum = 1;
    for (const child of element.children) if (typeof child !== 'string') sum += cost(child);
    for (const id of referencesOf(element)) {
      const target = byId.get(id);
      if (target) sum += cost(target);
    }
    if (sum > limits.drawn) throw new Refusal('image.svg-too-complex');
    open.delete(element);
    known.set(element, sum);
    return sum;
  };
  cost(root);
}
