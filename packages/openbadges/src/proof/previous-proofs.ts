import { isObject, type JsonObject } from '../model/json.ts';

/** The proofs a chained proof was made over, complete with their values; undefined when one is missing. */
export function previousProofs(ids: string[], proofs: unknown[]): JsonObject[] | undefined {
  const found = ids.map((id) => proofs.filter(isObject).find((proof) => proof.id === id));
  return found.includes(undefined) ? undefined : (found as JsonObject[]);
}
