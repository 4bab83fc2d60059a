import {
  bakePng,
  type CredentialInput,
  didDocument,
  encodeMultikey,
  type FetchFailure,
  issueCredential,
  type JsonObject,
  openBadgeCredential,
  statusBits,
  statusListCredential,
  writeStatus,
} from 'openbadges';
import { generateSigningKey, nodeTools } from 'openbadges/node';
import type { TestHub } from '../test-hub.ts';

export interface ForeignIssuer {
  id: string;
  statusList: string;
  /** A signed credential for ana@example.org as text. */
  badge(more?: Partial<CredentialInput>): Promise<string>;
  /** The same with anything at all in it, which no builder would make: what is said takes the place of the badge's own. */
  forgedBadge(document: JsonObject): Promise<string>;
  /** What its status list says from now on. */
  revokes(...places: number[]): Promise<void>;
  /** Everything it serves fails like this from now on. */
  fails(failure: FetchFailure): void;
}

/** Issuers that are no part of this hub, and what they publish. */
export function verifierGiven(hub: TestHub) {
  const tools = nodeTools();

  /** Somebody with a domain, a key and a status list. */
  async function foreignIssuer(
    host = 'marram.example',
    name = 'Lower Marram Allotment Society',
  ): Promise<ForeignIssuer> {
    const key = generateSigningKey('Ed25519');
    const id = `did:web:${host}`;
    const verificationMethod = `${id}#${encodeMultikey(key.publicKey)}`;
    const [did, statusList] = [`https://${host}/.well-known/did.json`, `https://${host}/status/1`];
    const created = new Date(hub.clock().getTime() - 86_400_000);
    const sign = (document: JsonObject) => issueCredential(document, { key, verificationMethod, created }, tools);
    const publish = (url: string, document: unknown) => hub.elsewhere(url, { body: JSON.stringify(document) });

    async function revokes(...places: number[]) {
      const bits = statusBits();
      for (const place of places) writeStatus(bits, place, true);
      const list = { id: statusList, issuer: id, purpose: 'revocation' as const, bits, validFrom: created };
      publish(statusList, await sign(statusListCredential(list)));
    }

    publish(did, didDocument(id, [{ publicKey: key.publicKey }]));
    await revokes();
    return {
      id,
      statusList,
      revokes,
      fails(failure) {
        for (const url of [did, statusList]) hub.elsewhere(url, { failure });
      },
      badge: async (more = {}) => JSON.stringify(await sign(unsigned(more))),
      forgedBadge: async (document) => JSON.stringify(await sign({ ...unsigned({}), ...document })),
    };

    function unsigned(more: Partial<CredentialInput>) {
      const achievement = {
        id: `https://${host}/achievements/1`,
        name: 'Seed keeper',
        description: 'Keeps seeds over the winter.',
        criteria: { narrative: 'Kept ten kinds of seeds.' },
      };
      const identifiers = [
        { type: 'emailAddress' as const, value: 'ana@example.org', salt: '9f3c1d' },
        { type: 'name' as const, value: 'Ana Flores' },
      ];
      return openBadgeCredential({
        id: `https://${host}/credentials/1`,
        issuer: { id, name },
        achievement,
        subject: { identifiers },
        validFrom: created,
        status: { list: statusList, index: 7 },
        ...more,
      });
    }
  }

  return { foreignIssuer, bakedPng: (document: string) => bakePng(plainPng, document) };
}

/** One pixel. */
const plainPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
