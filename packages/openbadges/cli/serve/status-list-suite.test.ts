import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asArray, type JsonObject } from '../../src/model/json.ts';
import { issueCredential } from '../../src/proof/issue-credential.ts';
import { decodeStatusList, readStatus } from '../../src/status/status-bits.ts';
import { statusEntry } from '../../src/status/status-entry.ts';
import { statusListCredential } from '../../src/status/status-list-credential.ts';
import type { StubPage } from '../../src/testing/stub-fetch.ts';
import { leastCredential, problemTypes, ServedBadges, serveTime } from '../testing/running-server.ts';
import { serveTools } from './serve-tools.ts';
import type { VcIssuer } from './vc-issuer.ts';

const listUrl = 'https://lists.example/1';
const listSubject = { id: `${listUrl}#list`, type: 'BitstringStatusList' };

describe('status lists over https', () => {
  const pages: Record<string, StubPage> = {};
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isSecure: true, pages })), 30_000);
  afterAll(served.stop);

  let count = 0;
  const issued = async () => {
    count += 1;
    const credential = await served.issued('status-list', { ...leastCredential, id: `urn:credential:${count}` });
    return { credential, entries: credential.credentialStatus as JsonObject[] };
  };
  const listOf = async (entry: JsonObject) => (await served.get(String(entry.statusListCredential))).body;
  const set = (body: JsonObject) => served.post('/credentials/status', body);

  it('a credential gets an entry for each purpose, in a list of its own, with the same index', async () => {
    const { entries } = await issued();

    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        type: 'BitstringStatusListEntry',
        statusPurpose: expect.stringMatching(/^(revocation|suspension|message)$/),
        statusListIndex: expect.stringMatching(/^(0|[1-9]\d*)$/),
        statusListCredential: expect.stringMatching(/^https:\/\/localhost:\d+\/status-lists\//),
      });
      expect(entry.id).not.toBe(entry.statusListCredential);
    }
    expect(new Set(entries.map(({ statusListIndex }) => statusListIndex)).size).toBe(1);
    expect(entries[0]).toHaveProperty('statusReference');
  });

  it('an entry of two bits says what its four values mean', async () => {
    const { entries } = await issued();

    const message = entries.find(({ statusPurpose }) => statusPurpose === 'message');

    expect(message).toMatchObject({ statusSize: 2 });
    expect(message?.statusMessage).toEqual(
      ['0x0', '0x1', '0x2', '0x3'].map((status) => ({ status, message: expect.any(String) })),
    );
  });

  it('each list is a credential that verifies, long enough, by the same issuer', async () => {
    const { credential, entries } = await issued();

    for (const entry of entries) {
      const list = await listOf(entry);
      const subject = list.credentialSubject as JsonObject;

      expect((await served.verify(list)).status).toBe(200);
      expect(list).toMatchObject({
        id: entry.statusListCredential,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: credential.issuer,
        credentialSubject: { type: 'BitstringStatusList', statusPurpose: entry.statusPurpose },
      });
      expect(subject.encodedList).toMatch(/^uH4sI/);
      expect(decodeStatusList(String(subject.encodedList)).length).toBeGreaterThanOrEqual(16_384);
    }
  });

  it.each(['revocation', 'suspension'])('a %s is set, published and found by the verifier', async (statusPurpose) => {
    const { credential, entries } = await issued();
    const entry = entries.find((each) => each.statusPurpose === statusPurpose) as JsonObject;
    const before = await served.verify(credential);

    const reply = await set({
      credentialId: credential.id,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose },
    });
    const published = await served.post(`${entry.statusListCredential}/publish`, {});
    const { encodedList } = (await listOf(entry)).credentialSubject as JsonObject;

    expect([before.status, reply.status, published.status]).toEqual([200, 200, 204]);
    expect(readStatus(decodeStatusList(String(encodedList)), Number(entry.statusListIndex))).toBe(1);
    expect((await served.verify(credential)).body).toMatchObject({ verified: false });
    expect((await served.verify(credential, { checks: ['proof', 'credentialStatus'] })).status).toBe(400);
    expect((await served.verify(credential, { checks: ['proof'] })).status).toBe(200);
  });

  it('a suspension is lifted, a revocation is not', async () => {
    const { credential } = await issued();
    const change = (statusPurpose: string, status: unknown) =>
      set({ credentialId: credential.id, credentialStatus: { statusPurpose }, status });
    await change('suspension', true);

    const lifted = await change('suspension', false);
    const verified = await served.verify(credential);
    const refused = await change('revocation', false);

    expect([lifted.status, verified.status, refused.status]).toEqual([200, 200, 400]);
  });

  it('a message has a number, of those that its entry has bits for', async () => {
    const { credential, entries } = await issued();
    const entry = entries.find(({ statusPurpose }) => statusPurpose === 'message') as JsonObject;

    const good = await set({ credentialStatus: entry, status: 3 });
    const bad = await set({ credentialStatus: entry, status: 4 });
    const { encodedList } = (await listOf(entry)).credentialSubject as JsonObject;

    expect([good.status, bad.status]).toEqual([200, 400]);
    expect(problemTypes(bad)).toEqual(['RANGE_ERROR']);
    expect(readStatus(decodeStatusList(String(encodedList)), Number(entry.statusListIndex), 2)).toBe(3);
    expect((await served.verify(credential)).status).toBe(200);
  });

  it.each<[string, JsonObject]>([
    [
      'a credential that nobody issued here',
      { credentialId: 'urn:other', credentialStatus: { statusPurpose: 'revocation' } },
    ],
    ['a list that is not here', { credentialStatus: { statusListCredential: listUrl, statusListIndex: '1' } }],
    ['no entry', {}],
    ['an entry that is none', { credentialStatus: 'revocation' }],
    ['no number', { credentialStatus: { statusPurpose: 'revocation' }, status: 'revoked' }],
    ['a credential without a name', { credentialId: 7, credentialStatus: {} }],
  ])('no status is set for %s', async (_, body) => {
    expect((await set(body)).status).toBe(400);
  });

  it('a single status is given by any issuer who is asked for it', async () => {
    const options = { credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' } };

    const credential = await served.issued('ecdsa-jcs-2019-p384', leastCredential, options);

    expect(credential.credentialStatus).toMatchObject({ statusPurpose: 'suspension' });
    expect((await served.verify(credential)).status).toBe(200);
  });

  it.each([
    ['ecdsa-sd-2023', 'revocation'],
    ['eddsa-rdfc-2022', 'nonsense'],
  ])('%s gives no status for %s', async (issuer, statusPurpose) => {
    const body = { credential: leastCredential, options: { credentialStatus: { statusPurpose } } };

    expect((await served.post(`/issuers/${issuer}/credentials/issue`, body)).status).toBe(400);
  });

  it('a list is made for who asks, and one that nobody made is not found', async () => {
    const made = await served.post('/status-lists', { statusPurpose: 'suspension' });
    const wrong = await served.post('/status-lists', { statusPurpose: 'nonsense' });

    expect(made.status).toBe(201);
    expect((await served.get(String(made.headers.location))).body).toMatchObject({ id: made.body.id });
    expect(wrong.status).toBe(400);
    expect((await served.get('/status-lists/none')).status).toBe(404);
    expect((await served.post('/status-lists/none/publish', {})).status).toBe(404);
  });

  it('lists are served to every page, in the media type asked for', async () => {
    const { entries } = await issued();
    const url = String(entries[0]?.statusListCredential);

    const usual = await served.get(url);
    const wanted = await served.get(url, { accept: 'application/vc' });

    expect(usual.headers).toMatchObject({
      'content-type': 'application/vc+ld+json',
      'access-control-allow-origin': '*',
    });
    expect(wanted.headers['content-type']).toBe('application/vc');
  });

  it('lists are not made without end', async () => {
    const own = await new ServedBadges().start();

    const replies: number[] = [];
    for (let at = 0; at < 260; at += 1) replies.push((await own.post('/status-lists', {})).status);
    await own.stop();

    expect(replies.filter((status) => status === 201)).toHaveLength(256);
    expect(replies.at(-1)).toBe(400);
  });

  describe('of others', () => {
    const issuer = () => served.world.issuers.find(({ name }) => name === 'eddsa-rdfc-2022') as VcIssuer;
    const bits = new Uint8Array(16_384);
    const goodList = () =>
      statusListCredential({ id: listUrl, issuer: issuer().did, purpose: 'revocation', bits, validFrom: serveTime });
    const signed = (document: JsonObject) => {
      const { key, verificationMethod, suites } = issuer();
      return issueCredential(document, { key, verificationMethod, suites, created: serveTime }, serveTools());
    };

    it.each<[string, JsonObject, () => StubPage | Promise<StubPage> | undefined, string]>([
      ['that cannot be had', {}, () => undefined, 'STATUS_RETRIEVAL_ERROR'],
      ['that is nothing', {}, () => 'nothing', 'MALFORMED_VALUE_ERROR'],
      ['that is not signed', {}, () => goodList(), 'STATUS_VERIFICATION_ERROR'],
      ['that was changed', {}, async () => ({ ...(await signed(goodList())), name: 'x' }), 'STATUS_VERIFICATION_ERROR'],
      [
        'of another issuer',
        {},
        () => signed({ ...goodList(), issuer: 'did:example:other' }),
        'STATUS_VERIFICATION_ERROR',
      ],
      ['for another purpose', { statusPurpose: 'suspension' }, () => signed(goodList()), 'STATUS_VERIFICATION_ERROR'],
      [
        'that is over',
        {},
        () => signed({ ...goodList(), validUntil: '2026-05-01T00:00:00Z' }),
        'STATUS_VERIFICATION_ERROR',
      ],
      [
        'without a list in it',
        {},
        () => signed({ ...goodList(), credentialSubject: { ...listSubject, statusPurpose: 'revocation' } }),
        'MALFORMED_VALUE_ERROR',
      ],
      [
        'whose list is no list',
        {},
        () =>
          signed({
            ...goodList(),
            credentialSubject: { ...listSubject, statusPurpose: 'revocation', encodedList: 'uAAAA' },
          }),
        'MALFORMED_VALUE_ERROR',
      ],
      [
        'that is too short',
        {},
        () =>
          signed({
            ...goodList(),
            credentialSubject: { ...listSubject, statusPurpose: 'revocation', encodedList: shortList },
          }),
        'STATUS_LIST_LENGTH_ERROR',
      ],
      ['with a place outside of it', { statusListIndex: '131072' }, () => signed(goodList()), 'RANGE_ERROR'],
      ['with a place that is a number', { statusListIndex: 1 }, () => signed(goodList()), 'MALFORMED_VALUE_ERROR'],
      ['with a place that is no number', { statusListIndex: 'x' }, () => signed(goodList()), 'MALFORMED_VALUE_ERROR'],
      ['with a place before the first', { statusListIndex: '-1' }, () => signed(goodList()), 'MALFORMED_VALUE_ERROR'],
    ])('a list %s is an error', async (_, change, page, type) => {
      const entry: JsonObject = { ...statusEntry({ list: listUrl, index: 1 }), ...change };
      const credential = await signed({ ...leastCredential, issuer: issuer().did, credentialStatus: entry });
      const found = await page();
      delete pages[listUrl];
      if (found !== undefined) pages[listUrl] = found;

      const reply = await served.verify(credential);

      expect(reply.status).toBe(400);
      expect(asArray(reply.body.problemDetails)).toMatchObject([
        { type: expect.stringMatching(/^https:\/\/www\.w3\.org\/ns\/credentials\/status-list#/) },
      ]);
      expect(problemTypes(reply)).toEqual([type]);
    });

    it('a good one is good', async () => {
      pages[listUrl] = await signed(goodList());
      const credential = await signed({
        ...leastCredential,
        issuer: issuer().did,
        credentialStatus: statusEntry({ list: listUrl, index: 1 }),
      });

      expect((await served.verify(credential)).status).toBe(200);
    });
  });
});

/** GZIP of a hundred bytes of nothing. */
const shortList = `u${gzipSync(new Uint8Array(100)).toString('base64url')}`;
