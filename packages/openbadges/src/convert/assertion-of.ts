import { invalid } from '../model/build/invalid-reasons.ts';
import { isUrl } from '../model/is-url.ts';
import { isoSeconds } from '../model/iso-seconds.ts';
import type { JsonObject } from '../model/json.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import { instantIn } from './read-parts.ts';

/** An Open Badges 2.0 assertion of these members, hosted at its id unless a key will sign it. */
export function assertionOf({ id, creator }: { id: string; creator?: string }, members: JsonObject): JsonObject {
  if (!isUrl(id)) invalid('/id', 'not-a-url');
  if (creator !== undefined && !isUrl(creator)) invalid('/verification/creator', 'not-a-url');
  return withoutAbsent({
    '@context': 'https://w3id.org/openbadges/v2',
    id,
    type: 'Assertion',
    ...members,
    verification: creator === undefined ? { type: 'HostedBadge' } : { type: 'SignedBadge', creator },
  });
}

/** An instant as every version of Open Badges since 1.0 reads it. */
export function dateOf(value: unknown): string | undefined {
  const instant = instantIn(value);
  return instant && isoSeconds(instant);
}
