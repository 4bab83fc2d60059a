import type { TrustList } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import { findAlliance } from '../actors/index.ts';
import { listKnownIssuers } from './issuer-store.ts';

/** In English, as reports say it; pages say it in the reader's language. */
export const memberKinds = ['member organization', 'former member organization', 'the alliance itself'] as const;

/** The list this hub can answer for: its own alliance's members, by every name under which they sign. */
export async function knownIssuers(app: Pick<App, 'db' | 'urls'>): Promise<TrustList[]> {
  const alliance = await findAlliance(app.db);
  if (!alliance) return [];
  const known = await listKnownIssuers(app.db);
  const issuers = known.flatMap(({ id, kind, name, since, endedAt, multibases }) => {
    const as = kind === 'hub' ? memberKinds[2] : memberKinds[endedAt ? 1 : 0];
    const names = [app.urls.issuerDid(id), app.urls.issuer(id), ...multibases.map((key) => `did:key:${key}`)];
    return names.map((each) => ({ id: each, name, as, since: since.toISOString().slice(0, 10) }));
  });
  return [{ name: alliance.name, url: app.urls.base, issuers }];
}
