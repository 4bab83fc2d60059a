import {
  type ActiveContext,
  remember,
  type Term,
  type TypeBranch,
  type TypeScope,
  type Use,
} from './active-context.ts';
import { applyContexts } from './compiled-contexts.ts';
import { uncovered } from './uncovered.ts';
import { writtenIri, writtenWord } from './written-iri.ts';
import { xsdDouble, xsdString } from './written-literal.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const langString = `${rdf}langString`;

/** A name without a definition: its values are what they look like. */
const plainTerm: Term = {
  iri: '',
  written: '',
  keyword: '',
  isPrefix: undefined,
  type: '',
  container: undefined,
  context: undefined,
  language: undefined,
  isProtected: false,
  isShared: false,
};

/** What a key means here. Throws `uncovered` for one without meaning. */
export function useOf(active: ActiveContext, key: string): Use {
  const known = active.uses.get(key);
  if (known) return known;
  const term = active.terms.get(key) ?? openTerm(active, key);
  if (term.iri === '' || term.iri === `${rdf}type`) throw uncovered;
  const scalars = term.context === undefined ? active : applyContexts(active, term.context, true);
  return remember(active.memory, active.uses, key, makeUse(key, term, scalars), weightOf(term));
}

/** What a key means for what stands in a `@list` or `@set` of its value, where this context is active. */
export function innerUseOf(active: ActiveContext, key: string): Use {
  const known = active.innerUses.get(key);
  if (known) return known;
  const term = active.terms.get(key) ?? plainTerm;
  if (term.keyword !== '' || term.type === '@json') throw uncovered;
  return remember(active.memory, active.innerUses, key, makeUse(key, term, active), weightOf(term));
}

/** What a type, or several, say and bring. Throws `uncovered` for one without meaning. */
export function typeScopeOf(active: ActiveContext, types: string | readonly unknown[]): TypeScope {
  let branch = active.types;
  if (typeof types === 'string') branch = branch.next.get(types) ?? grow(active, branch, types);
  else for (const type of types) branch = branch.next.get(type as string) ?? grow(active, branch, type);
  branch.scope ??= makeTypeScope(active, typeof types === 'string' ? [types] : (types as string[]));
  return branch.scope;
}

function grow(active: ActiveContext, { next }: TypeBranch, type: unknown): TypeBranch {
  if (typeof type !== 'string') throw uncovered;
  return remember(active.memory, next, type, { scope: undefined, next: new Map() }, 10);
}

function makeTypeScope(active: ActiveContext, types: readonly string[]): TypeScope {
  const written = [...new Set(types.map((type) => writtenWord(type, active)))];
  let context = active;
  // JSON-LD 1.1 API §5.1.2 step 11: in the order of their names.
  for (const type of [...types].sort()) {
    const scoped = active.terms.get(type)?.context;
    if (scoped !== undefined) context = applyContexts(context, scoped, false, false);
  }
  if (context !== active) active.memory.terms += context.terms.size;
  return { written, context };
}

/** A key that no context defines: a keyword, an IRI, a compact IRI or a part of the vocabulary. */
function openTerm(active: ActiveContext, key: string): Term {
  if (key === '@id' || key === '@type' || key === '@value' || key === '@language' || key === '@list' || key === '@set')
    return { ...plainTerm, iri: key, keyword: key };
  if (key === '__proto__') throw uncovered;
  const written = writtenWord(key, active);
  const isWordAlone = !key.includes(':') && ![...active.terms.values()].some((term) => term.written === written);
  return { ...plainTerm, iri: written.slice(1, -1), written, isShared: !isWordAlone };
}

function makeUse(key: string, term: Term, scalars: ActiveContext): Use {
  const inner = scalars.terms.get(key) ?? plainTerm;
  const isOther = inner !== term && inner !== plainTerm;
  const isStrange = inner.keyword !== '' || inner.type === '@json' || inner.container?.includes('@list');
  if (isOther && (isStrange || term.container?.includes('@list'))) throw uncovered;
  const base = scalars.previous ?? scalars;
  const { context } = inner;
  return {
    key,
    term,
    scalars,
    kept: context === undefined ? scalars : applyContexts(scalars, context, true),
    reverted: context === undefined ? base : applyContexts(base, context, true),
    ...coercion(inner, scalars),
  };
}

function coercion(
  { type, language }: Term,
  { language: general }: ActiveContext,
): Pick<Use, 'mode' | 'suffix' | 'isTyped' | 'isOdd'> {
  const plain = { mode: 'text', suffix: '', isTyped: false, isOdd: false } as const;
  if (type === '@id') return { ...plain, mode: 'id' };
  if (type === '@vocab') return { ...plain, mode: 'vocab' };
  if (type === '' || type === '@none') {
    const tag = language === undefined ? general : language;
    return tag ? { ...plain, suffix: `@${tag}` } : plain;
  }
  if (type === '@json') return plain;
  const suffix = datatypeSuffix(type);
  return { mode: type === xsdDouble ? 'double' : 'text', suffix, isTyped: true, isOdd: isOddType(type) };
}

/** What stands behind the text of a literal of this type. Texts are of the type string without saying so. */
export function datatypeSuffix(type: string): string {
  return type === xsdString || type === langString ? '' : `^^${writtenIri(type)}`;
}

/** Types that two different JSON values can have in common with the same text in N-Quads. */
export function isOddType(type: string): boolean {
  return type === xsdString || type === langString || type === xsdDouble;
}

function weightOf({ context }: Term): number {
  return context === undefined ? 10 : 200;
}
