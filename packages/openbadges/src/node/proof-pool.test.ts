import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { issueCredential } from '../proof/issue-credential.ts';
import { verifyProofs } from '../proof/verify-proofs.ts';
import { badgeBy, keyIssuer, signedBy, tools } from '../testing/issuers.ts';
import { proofPool, type Rows } from './proof-pool.ts';

const issuer = keyIssuer();
const options = { key: issuer.key, verificationMethod: issuer.method, created: new Date('2026-01-05T10:00:00Z') };
const pool = proofPool({ size: 2, batch: 4 });
const fragile = proofPool({ size: 2, batch: 4, worker: new URL('../testing/fragile-worker.mjs', import.meta.url) });
const folder = mkdtempSync(join(tmpdir(), 'openbadges-pool-'));

afterAll(async () => {
  await Promise.all([pool.close(), fragile.close()]);
  rmSync(folder, { recursive: true });
});

describe('issuing', () => {
  it('gives the very bytes that issueCredential gives, in the order of the rows', async () => {
    const documents = badges(23);

    const rows = await all(pool.issue(documents, options));

    const expected = await Promise.all(documents.map((document) => issueCredential(document, options, tools)));
    expect(rows.map(({ row }) => row)).toEqual([...documents.keys()]);
    expect(rows.map((row) => row.credential)).toEqual(expected.map((signed) => JSON.stringify(signed)));
  });

  it('names the rows that cannot be signed and signs the others', async () => {
    const [first, second, third] = badges(3) as [JsonObject, JsonObject, JsonObject];
    const cycle: JsonObject = { ...third };
    cycle.self = cycle;

    const rows = await all(pool.issue([first, { ...second, unheardOf: 'x' }, cycle, third], options));

    expect(rows.map(({ row, error }) => [row, error?.code])).toEqual([
      [0, undefined],
      [1, 'canon.term-undefined'],
      [2, 'canon.not-json'],
      [3, undefined],
    ]);
  });

  it('fills a template for each row as compileCredential does', async () => {
    const [example] = badges(1) as [JsonObject];
    const ids = Array.from({ length: 11 }, (_, index) => `https://issuer.example/credentials/filled-${index}`);
    const rows = ids.map((id) => ({ '/id': id }));

    const issued = await all(pool.issueFrom({ example, pointers: ['/id'] }, rows, options));

    const expected = await Promise.all(ids.map((id) => issueCredential({ ...example, id }, options, tools)));
    expect(issued.map(({ credential }) => JSON.parse(credential ?? '{}'))).toEqual(expected);
  });

  it('says at every row that the example of a template cannot be signed, and names a text that is missing', async () => {
    const [example] = badges(1) as [JsonObject];
    const broken = { example: { ...example, unheardOf: 'x' }, pointers: ['/id'] };

    const unsigned = await all(pool.issueFrom(broken, [{ '/id': 'urn:a' }, { '/id': 'urn:b' }], options));
    const unfilled = await all(pool.issueFrom({ example, pointers: ['/id'] }, [{ '/other': 'urn:a' }], options));

    expect(unsigned.map(({ error }) => error?.code)).toEqual(['canon.term-undefined', 'canon.term-undefined']);
    expect(unfilled.map(({ error }) => error?.code)).toEqual(['document.invalid']);
  });

  it('takes rows only as fast as they are done', async () => {
    let taken = 0;
    const endless = (function* () {
      for (;;) yield badgeBy(issuer, { id: `https://issuer.example/credentials/${taken++}` });
    })();
    const rows = pool.issue(endless, options);

    for (let row = 0; row < 10; row++) await rows.next();
    await rows.return(undefined);

    expect(taken).toBeGreaterThanOrEqual(10);
    expect(taken).toBeLessThanOrEqual(10 + 2 * 2 * 4);
  });

  it('serves several calls at once, each with its own key', async () => {
    const other = keyIssuer();
    const otherOptions = { ...options, key: other.key, verificationMethod: other.method };

    const [mine, theirs] = await Promise.all([
      all(pool.issue(badges(9), options)),
      all(pool.issue(badges(9), otherOptions)),
    ]);

    const methods = (rows: { credential?: string }[]) =>
      new Set(rows.map(({ credential }) => JSON.parse(credential ?? '').proof[0].verificationMethod));
    expect([methods(mine), methods(theirs)]).toEqual([new Set([issuer.method]), new Set([other.method])]);
  });

  it('passes on the error of a stream of rows that breaks off', async () => {
    async function* broken() {
      yield* badges(2);
      throw new Error('the file ended');
    }

    await expect(all(pool.issue(broken(), options))).rejects.toThrow('the file ended');
  });
});

describe('verifying', () => {
  it('says of each document what verifyProofs says', async () => {
    const good = await signedBy(issuer, badges(1)[0] as JsonObject);
    const documents = [good, { ...good, name: 'Changed' }, badges(1)[0] as JsonObject];

    const rows = await all(pool.verify(documents));

    const expected = await Promise.all(documents.map((document) => verifyProofs(document, {}, tools)));
    expect(rows.map(({ result }) => result?.code)).toEqual(expected.map(({ code }) => code));
    expect(rows.map(({ result }) => result?.outcome)).toEqual(['passed', 'failed', 'failed']);
    expect(rows[0]?.result?.proofs[0]?.key).toEqual(issuer.key.publicKey);
  });

  it('takes text as it came, and says of text that is no document that it is none', async () => {
    const good = JSON.stringify(await signedBy(issuer, badges(1)[0] as JsonObject));

    const rows = await all(pool.verify([good, 'no JSON {', '[]', '"text"', '']));

    expect(rows.map(({ error, result }) => error?.code ?? result?.outcome)).toEqual([
      'passed',
      ...Array(4).fill('canon.not-json'),
    ]);
  });
});

describe('a thread that ends', () => {
  it('is replaced, and its rows are done once more', async () => {
    const once = join(folder, 'once');
    writeFileSync(once, '');
    const documents = badges(9).map((document, index) => (index === 5 ? ending(document, once) : document));

    const rows = await all(fragile.issue(documents, options));

    expect(existsSync(once)).toBe(false);
    expect(rows.map(({ credential }) => JSON.parse(credential ?? '{}').id)).toEqual(documents.map(({ id }) => id));
  });

  it('twice at the same row is the error of that row, and of no other', async () => {
    const documents = badges(9).map((document, index) => (index === 6 ? ending(document, 'always') : document));

    const rows = await all(fragile.issue(documents, options));

    expect(rows.map(({ row, error }) => [row, error?.code])).toEqual(
      [...documents.keys()].map((row) => [row, row === 6 ? 'pool.crashed' : undefined]),
    );
    expect(rows[6]?.error?.values).toEqual({ row: '6' });
  });

  it('before its first row is an error of the call', async () => {
    const broken = proofPool({ size: 1, worker: new URL('no-such-file.mjs', import.meta.url) });

    const attempt = all(broken.verify([{}]));

    await expect(attempt).rejects.toMatchObject({ name: 'BadgeError', code: 'pool.crashed' });
    await broken.close();
  });
});

it('refuses rows after it was closed, and those that were not through', async () => {
  const closing = proofPool({ size: 1 });
  const early = all(closing.issue(badges(500), options)).catch((error: unknown) => error);

  await closing.close();
  const late = all(closing.verify([{}])).catch((error: unknown) => error);

  expect(await early).toMatchObject({ code: 'pool.closed' });
  expect(await late).toMatchObject({ code: 'pool.closed' });
});

it('is not opened without a thread', () => {
  expect(() => proofPool({ size: 0 })).toThrow(RangeError);
  expect(() => proofPool({ batch: Number.NaN })).toThrow(RangeError);
});

function badges(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) =>
    badgeBy(issuer, { id: `https://issuer.example/credentials/${index}` }),
  );
}

/** See testing/fragile-worker.mjs. */
function ending(document: JsonObject, when: string): JsonObject {
  return { ...document, id: `urn:ends-thread:${when}` };
}

async function all<T>(rows: Rows<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
