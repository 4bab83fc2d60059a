import { compileCredential, issueCredential } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import { benchmarkCredential } from './credential.ts';
import { keyIssuer } from './documents.ts';
import { signatureLimit } from './limits.ts';
import type { Benchmark } from './measure.ts';

const pointers = [
  '/id',
  '/validFrom',
  '/credentialSubject/id',
  '/credentialSubject/identifier/0/identityHash',
  '/credentialSubject/identifier/0/salt',
  '/credentialStatus/id',
  '/credentialStatus/statusListIndex',
];

/** Many of one achievement: every credential has another recipient, place, hash and salt. */
export async function templateBenchmarks(): Promise<Benchmark[]> {
  const tools = nodeTools();
  const { key, id, verificationMethod } = keyIssuer('Ed25519');
  const document = benchmarkCredential(id);
  const options = { key, verificationMethod, created: new Date('2026-01-05T10:00:00Z') };
  const template = await compileCredential(document, pointers, tools);
  const { sign } = signatureLimit('Ed25519');
  let count = 0;
  const values = () => {
    count += 1;
    return {
      '/id': `https://hub.example/credentials/crd_${count}`,
      '/validFrom': '2026-01-05T10:00:00Z',
      '/credentialSubject/id': `did:example:recipient-${count}`,
      '/credentialSubject/identifier/0/identityHash': `sha256$${String(count).padStart(64, '0')}`,
      '/credentialSubject/identifier/0/salt': String(count).padStart(32, '0'),
      '/credentialStatus/id': `https://hub.example/status/1#${count}`,
      '/credentialStatus/statusListIndex': String(count),
    };
  };
  const once = values();
  const [made, asAlways] = [
    await template.issue(once, options),
    await issueCredential(template.document(once), options, tools),
  ];
  if (JSON.stringify(made) !== JSON.stringify(asAlways)) throw new Error('The template makes another document');
  return [
    {
      name: 'issue from a compiled achievement',
      ours: () => template.issue(values(), { ...options, suites: ['eddsa-rdfc-2022'] }),
      limit: sign,
    },
    {
      name: 'the same with two proofs',
      ours: () => template.issue(values(), options),
    },
  ];
}
