import type { JsonObject } from '../../src/model/json.ts';
import type { ServeWorld } from './serve-world.ts';
import type { VcIssuer } from './vc-issuer.ts';

const versions = { vc: ['1.1', '2.0'] };
const curves = ['P-256', 'P-384'];

/** What the W3C's test suites read as `localConfig.cjs`: where to send what, by tag. */
export function suitesConfig(world: Pick<ServeWorld, 'origin' | 'issuers' | 'isTestMode'>): string {
  const { origin, issuers, isTestMode } = world;
  // Their vectors have issuers that do not control the key.
  const verifying = isTestMode ? `${origin}/proof-only` : origin;
  const tags = [...new Set(issuers.flatMap((issuer) => issuer.tags))];
  const [first] = issuers;
  const holder = issuers.find(({ form }) => form === 'selective-disclosure');
  const implementation = {
    name: 'openbadges',
    implementation: 'openbadges',
    issuers: issuers.filter((issuer) => issuer.tags.length > 0).map((issuer) => issuerEntry(issuer, origin)),
    verifiers: tags.map((tag) => ({
      id: first?.did,
      endpoint: `${verifying}/credentials/verify`,
      tags: [tag],
      supports: versions,
      supportedEcdsaKeyTypes: tag === 'ecdsa-sd-2023' ? ['P-256'] : curves,
    })),
    vpVerifiers: tags.map((tag) => ({
      id: first?.did,
      endpoint: `${verifying}/presentations/verify`,
      tags: [tag],
      supports: versions,
    })),
    vcHolders: [
      {
        id: holder?.did,
        endpoint: `${origin}/credentials/derive`,
        tags: ['ecdsa-sd-2023'],
        supports: versions,
        supportedEcdsaKeyTypes: ['P-256'],
      },
    ],
    setStatusLists: [
      { id: statusIssuer(issuers)?.did, endpoint: `${origin}/credentials/status`, tags: ['Revocation', 'Suspension'] },
    ],
    publishStatusLists: [
      { id: statusIssuer(issuers)?.did, endpoint: `${origin}/status-lists`, tags: ['Revocation', 'Suspension'] },
    ],
    didResolvers: [{ id: origin, endpoint: `${origin}/did-key/1.0/identifiers`, tags: ['did-key'] }],
  };
  const settings = { enableInteropTests: false, testAllImplementations: false };
  return `module.exports = ${JSON.stringify({ settings, implementations: [implementation] }, null, 2)};\n`;
}

function issuerEntry({ name, did, tags, keyType }: VcIssuer, origin: string): JsonObject {
  return {
    id: did,
    endpoint: `${origin}/issuers/${name}/credentials/issue`,
    tags,
    supports: { ...versions, keyTypes: [keyType] },
    supportedEcdsaKeyTypes: [keyType],
    options: {},
  };
}

function statusIssuer(issuers: readonly VcIssuer[]): VcIssuer | undefined {
  return issuers.find(({ givesStatus }) => givesStatus);
}
