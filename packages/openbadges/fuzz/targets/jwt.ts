import { encodeBase64url } from '../../src/keys/base64url.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { mutateJson } from '../mutate-json.ts';
import { badgeToken, official } from '../samples.ts';
import { verifyOffline } from '../verify-offline.ts';

const tokens = [badgeToken, ...official(/\.jwt$/).map((bytes) => new TextDecoder().decode(bytes).trim())];
const decoded = tokens.map((token) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { parts: [parsed(header), parsed(payload)] as [unknown, unknown], signature };
});
const bytes = tokens.map((token) => new TextEncoder().encode(token));
const words = [
  'none',
  'HS256',
  'RS256',
  'ES256',
  'ES384',
  'PS256',
  'EdDSA',
  'alg',
  'crit',
  'b64',
  'jwk',
  'kid',
  'x5c',
  'typ',
  'vc+jwt',
  'vp',
  'vc',
  'iss',
  'sub',
  'nbf',
  'exp',
  'jti',
  'kty',
  'OKP',
  'crv',
  'n',
  'e',
  'x',
  'd',
];

function parsed(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

/** Tokens: the members of their header and payload, and their letters. */
export const jwt: FuzzTarget = {
  name: 'jwt',
  make(dice) {
    if (dice.once(3)) return mutateBytes(dice.pick(bytes), dice, bytes);
    const { parts, signature } = dice.pick(decoded);
    const changed = parts.map((part) => (dice.once(2) ? mutateJson(part, dice, words) : part));
    const written = changed.map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part) ?? '')));
    return new TextEncoder().encode([...written, signature].join('.'));
  },
  feed: (input) => verifyOffline(new TextDecoder().decode(input)),
};
