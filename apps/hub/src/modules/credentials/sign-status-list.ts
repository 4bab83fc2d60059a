import { createHash } from 'node:crypto';
import { statusListCredential } from 'openbadges';
import { nodeCompression } from 'openbadges/node';
import type { App } from '../../kernel/app.ts';
import { issuerSigner } from '../profiles/index.ts';
import type { StatusList } from './model.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls' | 'files'>;

/** How long a reader may keep a list, in milliseconds. */
const keepFor = 5 * 60_000;

/** The list with its document signed anew, by whom its credentials name as issuer. */
export async function signStatusList(
  app: Needs,
  list: Omit<StatusList, 'document' | 'etag' | 'signedAt'>,
): Promise<StatusList> {
  const signer = await issuerSigner(app, list.issuerId, { issuerDid: list.issuerDid });
  const signedAt = app.clock();
  const unsigned = statusListCredential(
    {
      id: app.urls.statusList(list.id),
      issuer: list.issuerDid,
      purpose: list.purpose,
      bits: list.bits,
      validFrom: signedAt,
      ttl: keepFor,
    },
    nodeCompression,
  );
  const document = JSON.stringify(await signer.sign(unsigned));
  const etag = `"${createHash('sha256').update(document).digest('base64url')}"`;
  return { ...list, document, etag, signedAt };
}
