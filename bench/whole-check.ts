import { verifyCredential } from '@digitalcredentials/verifier-core';
import { issueCredential, verify } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import { benchmarkCredential, verificationDate } from './credential.ts';
import { keyIssuer } from './documents.ts';
import type { Benchmark } from './measure.ts';

/** Everything that is asked about one badge, of an issuer that is its own key, so that nobody has to be asked. */
export async function wholeCheckBenchmarks(): Promise<Benchmark[]> {
  const tools = nodeTools();
  const { key, id, verificationMethod } = keyIssuer('Ed25519');
  const { credentialStatus: _, ...document } = benchmarkCredential(id);
  const options = { key, verificationMethod, created: new Date('2026-01-05T10:00:00Z') };
  const credential = await issueCredential(document, { ...options, suites: ['eddsa-rdfc-2022'] }, tools);
  const environment = {
    fetch: async (url: string) => ({ ok: false as const, url, failure: 'unreachable' as const }),
    clock: () => verificationDate,
    tools,
  };
  // The peer fetches a schema that is not on this machine; any document passes the one it gets.
  globalThis.fetch = async () => Response.json({});
  type PeerCredential = Parameters<typeof verifyCredential>[0]['credential'];
  const forPeer = () => structuredClone(credential) as unknown as PeerCredential;
  const peer = () => verifyCredential({ credential: forPeer(), knownDIDRegistries: [] });
  const { log } = await peer();
  if (!log?.some((step) => step.id === 'valid_signature' && step.valid)) throw new Error('The peer does not verify it');
  const { verdict } = await verify(credential, environment);
  if (verdict !== 'valid') throw new Error(`We do not verify it: ${verdict}`);
  return [
    {
      name: 'whole check of a badge',
      ours: () => verify(credential, environment),
      peer,
      peerName: '@digitalcredentials/verifier-core',
    },
  ];
}
