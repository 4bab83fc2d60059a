import type { App } from '../../kernel/app.ts';
import type { ActorId } from '../../kernel/ids.ts';

/**
 * Who the issuer is for the rest of the world: a name under the hub's domain where everybody can reach it, else the key
 * itself, which proves nothing but that the same hand signed.
 */
export function issuerDid(app: Pick<App, 'urls'>, issuerId: ActorId, publicMultibase: string): string {
  return app.urls.isPublic ? app.urls.issuerDid(issuerId) : `did:key:${publicMultibase}`;
}
