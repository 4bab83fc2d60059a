import { isUrl } from '../is-url.ts';
import { isObject, type JsonObject } from '../json.ts';
import { pointerInto } from '../json-pointer.ts';
import { textOf } from '../text-of.ts';
import type { FoundProblems } from './found-problems.ts';
import { mostItems } from './typed-objects.ts';

/** The first contexts of the two versions of the data model. */
export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1';
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2';

/** VC 2.0 §4.3: an ordered set, the first of them fixed. `held` are contexts whose protected terms must keep their meaning. */
export function contextProblems(
  document: JsonObject,
  held: ReadonlyMap<string, JsonObject> | undefined,
  found: FoundProblems,
) {
  const contexts = document['@context'];
  const expected = credentialsV2;
  if (contexts === undefined || contexts === null) return found.add('model.context-missing', '/@context', { expected });
  if (!Array.isArray(contexts)) return found.add('model.context-not-a-list', '/@context', { expected });
  if (contexts[0] !== credentialsV1 && contexts[0] !== credentialsV2) {
    found.add('model.context-order', contexts.length > 0 ? '/@context/0' : '/@context', { expected });
  }
  if (contexts.length > mostItems) return found.add('model.too-many', '/@context', { member: '@context' });
  for (const [at, context] of contexts.entries()) {
    if (isObject(context)) redefinitions(context, contexts.slice(0, at), held, `/@context/${at}`, found);
    else if (!isUrl(context)) found.add('model.context-malformed', `/@context/${at}`);
  }
}

/** JSON-LD 1.1 §4.1.11: a protected term may only be defined again as it was. */
function redefinitions(
  context: JsonObject,
  before: unknown[],
  held: ReadonlyMap<string, JsonObject> | undefined,
  pointer: string,
  found: FoundProblems,
) {
  for (const url of before) {
    const earlier = typeof url === 'string' ? held?.get(url)?.['@context'] : undefined;
    if (!isObject(earlier) || earlier['@protected'] !== true) continue;
    for (const term of Object.keys(context)) {
      if (term.startsWith('@') || !Object.hasOwn(earlier, term)) continue;
      if (iriOf(context[term]) !== iriOf(earlier[term])) {
        found.add('model.context-redefines', pointerInto(pointer, term), { term, url: textOf(url) });
      }
    }
  }
}

function iriOf(definition: unknown): unknown {
  return isObject(definition) ? definition['@id'] : definition;
}
