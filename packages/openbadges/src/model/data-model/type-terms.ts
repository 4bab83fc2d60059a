import { contextTerms, expansions } from '../../canon/context-terms.ts';
import { isUrl } from '../is-url.ts';
import { asArray, isObject, type JsonObject } from '../json.ts';
import { textOf } from '../text-of.ts';
import type { FoundProblems } from './found-problems.ts';

/** Asks of each type whether the contexts of its document define it. */
export type VisitType = (type: string, pointer: string) => void;

/**
 * VC 2.0 §4.5: a type is a URL or a name that a context maps to one. Inline contexts are always asked; of those named
 * by URL the ones in `held`. Without all of them nothing can be said about a name that is nowhere else.
 */
export function typeTerms(
  document: JsonObject,
  held: ReadonlyMap<string, JsonObject> | undefined,
  found: FoundProblems,
): VisitType {
  const contexts = asArray(document['@context']);
  const documents = contexts.map((context) =>
    isObject(context) ? { '@context': context } : held?.get(textOf(context)),
  );
  const isComplete = held !== undefined && contexts.length > 0 && documents.every((each) => each !== undefined);
  if (!isComplete && !contexts.some(isObject)) return () => {};
  const terms = documents.filter((each) => each !== undefined).map(contextTerms);
  return (type, pointer) => {
    let isNamed = false;
    for (const each of terms) {
      const iris = each.irisOf.get(type);
      isNamed ||= iris !== undefined || each.vocabularies.size > 0;
      if (iris && ![...iris].some((iri) => iri !== null && expansions(iri, each).some(isUrl))) {
        return found.add('model.type-unmapped', pointer, { type });
      }
    }
    if (!isNamed && isComplete && !isUrl(type)) found.add('model.type-unmapped', pointer, { type });
  };
}
