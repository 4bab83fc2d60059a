import { asArray, type JsonObject } from '../../src/model/json.ts';

const envelopes = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'];

export function isEnvelope({ type }: JsonObject): boolean {
  return asArray(type).some((each) => envelopes.includes(String(each)));
}

/** VC 2.0 §4.12.1: the compact JWS in the `data:` URL; undefined where it is secured in another way. */
export function tokenIn({ id }: JsonObject, kind: 'vc' | 'vp'): string | undefined {
  const [, subtype, token] = /^data:application\/([\w.+-]+)(?:;[\w.+=-]+)*,([\w.-]+)$/.exec(String(id)) ?? [];
  return subtype === 'jwt' || subtype === `${kind}+jwt` || subtype === `${kind}+ld+json+jwt` ? token : undefined;
}
