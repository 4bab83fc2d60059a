import { createPublicKey, verify } from 'node:crypto';
import { CompactSign, compactVerify, importJWK, importPKCS8 } from 'jose';
import { type SigningKey, signVcJwt, verifyVcJwt } from 'openbadges';
import { generateSigningKey, nodeTools } from 'openbadges/node';
import { benchmarkCredential } from './credential.ts';
import type { Benchmark } from './measure.ts';

const kinds = [
  ['Ed25519', 'EdDSA'],
  ['P-256', 'ES256'],
  ['RSA', 'RS256'],
] as const;

/** VC-JWT beside jose, with the keys of both imported beforehand. */
export async function tokenBenchmarks(): Promise<Benchmark[]> {
  const document = benchmarkCredential();
  const tools = nodeTools();
  const all: Benchmark[] = [];
  for (const [type, alg] of kinds) {
    const key = generateSigningKey(type);
    const kid = 'https://hub.example/jwks#1';
    const token = await signVcJwt(document, { key, kid });
    const [privateKey, publicKey] = [
      await importPKCS8(pem(key.exportPkcs8()), alg),
      await importJWK({ ...key.publicKey.jwk }, alg),
    ];
    const encoder = new TextEncoder();
    const limit = signatureAlone(token, key, alg);
    all.push(
      {
        name: `sign VC-JWT ${alg}`,
        ours: () => signVcJwt(document, { key, kid }),
        peer: () =>
          new CompactSign(encoder.encode(JSON.stringify(document)))
            .setProtectedHeader({ alg, typ: 'JWT', kid })
            .sign(privateKey),
        peerName: 'jose',
        limit: limit.sign,
      },
      {
        name: `verify VC-JWT ${alg}`,
        ours: () => verifyVcJwt(token, { resolveKey: () => key.publicKey }, tools),
        peer: async () => JSON.parse(new TextDecoder().decode((await compactVerify(token, publicKey)).payload)),
        peerName: 'jose',
        limit: limit.verify,
      },
    );
  }
  return all;
}

/** The signature over the same bytes, and nothing else. */
function signatureAlone(token: string, key: SigningKey, alg: string) {
  const bytes = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  const signature = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url');
  const object = createPublicKey({ key: { ...key.publicKey.jwk }, format: 'jwk' });
  const digest = alg === 'EdDSA' ? null : 'sha256';
  const raw = alg === 'ES256' ? { key: object, dsaEncoding: 'ieee-p1363' as const } : object;
  return { sign: () => key.sign(bytes), verify: () => verify(digest, bytes, raw, signature) };
}

function pem(pkcs8: Uint8Array): string {
  return `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64')}\n-----END PRIVATE KEY-----`;
}
