import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citizenshipContext } from '../canon/citizenship-context.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { nodeTools } from '../node.ts';
import { conformance } from '../testing/conformance.ts';
import { verifyProofs } from './verify-proofs.ts';

const tools = nodeTools([citizenshipContext]);
/** Proofs over other proofs: the list records what ignoring `previousProof` gives, we do not ignore it. */
const chains = ['signedProofChain1.json', 'signedProofChain2.json'];

describe.skipIf(!conformance.present)('every signature on record has the recorded verdict', () => {
  for (const [name, expected] of golden()) {
    it(name, async () => {
      const [file = '', suite] = name.split(' ');

      const verdicts = await verdictsOf(file, suite ?? '');

      expect(verdicts).toEqual(chains.includes(file) ? expected.map(() => 'true') : expected);
    });
  }
});

/** File and suite, and what safe mode says about each such proof. */
function golden(): Map<string, string[]> {
  const lines = conformance.present ? conformance.text('GOLDEN-signatures.txt').trim().split('\n') : [];
  const expected = new Map<string, string[]>();
  for (const line of lines) {
    const [, file, suite, safe] = /^(\S+)\s+(\S+)\s+safe: (true|false|ERR .*?)\s+unsafe:/.exec(line) ?? [];
    const name = `${file} ${suite}`;
    expected.set(name, [...(expected.get(name) ?? []), safe?.startsWith('ERR') ? 'refused' : String(safe)].sort());
  }
  return expected;
}

async function verdictsOf(file: string, suite: string): Promise<string[]> {
  const verdicts: string[] = [];
  for (const path of conformance.files().filter((candidate) => basename(candidate) === file)) {
    const { proofs } = await verifyProofs(conformance.json(path), {}, tools);
    for (const proof of proofs.filter((result) => result.suite === suite)) {
      const refused = proof.code.startsWith('canon.');
      verdicts.push(refused ? 'refused' : String(proof.outcome === 'passed'));
    }
  }
  return verdicts.sort();
}

describe.skipIf(!conformance.present)('signed samples that are not on the list', () => {
  const signed = conformance.files('dcc').filter((path) => isSigned(path) && path.endsWith('credential.json'));

  it.each(signed)('%s is intact', async (path) => {
    const result = await verifyProofs(conformance.json(path), {}, tools);

    expect(result.outcome).toBe('passed');
  });

  it('carries two valid proofs in the template credential', async () => {
    const result = await verifyProofs(conformance.json('ob3/template-signed.json'), {}, tools);

    expect(result.proofs.map(({ code }) => code)).toEqual(['proof.valid', 'proof.valid']);
  });
});

function isSigned(path: string): boolean {
  if (!path.endsWith('.json')) return false;
  const document: unknown = conformance.json(path);
  return isObject(document) && asArray((document as JsonObject).proof).length > 0;
}
