import { CompactSign, compactVerify, importJWK, importPKCS8 } from 'jose';
import { signVcJwt, verifyVcJwt } from 'openbadges';
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
    all.push(
      {
        name: `sign VC-JWT ${alg}`,
        ours: () => signVcJwt(document, { key, kid }),
        peer: () =>
          new CompactSign(encoder.encode(JSON.stringify(document)))
            .setProtectedHeader({ alg, typ: 'JWT', kid })
            .sign(privateKey),
        peerName: 'jose',
      },
      {
        name: `verify VC-JWT ${alg}`,
        ours: () => verifyVcJwt(token, { resolveKey: () => key.publicKey }, tools),
        peer: async () => JSON.parse(new TextDecoder().decode((await compactVerify(token, publicKey)).payload)),
        peerName: 'jose',
      },
    );
  }
  return all;
}

function pem(pkcs8: Uint8Array): string {
  return `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64')}\n-----END PRIVATE KEY-----`;
}
