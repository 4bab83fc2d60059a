import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { signJose } from '../proof/sign-jose.ts';
import { signJws } from '../proof/sign-jws.ts';
import { conformance } from '../testing/conformance.ts';
import { badgeBy, keyIssuer, now, signedBy, statusListBy, type TestIssuer, webIssuer } from '../testing/issuers.ts';
import { notFound, type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { Environment, TrustList } from '../verify/environment.ts';
import { verify } from '../verify/verify.ts';
import { loadTrustList } from './load-trust-list.ts';

const url = 'https://lists.example/registry.json';
const member = webIssuer('school.example');

/** What a badge by the member is said to be, when these lists are asked. */
async function standing(trust: TrustList[], more: Record<string, StubPage> = {}) {
  const badge = await signedBy(member, badgeBy(member));
  return verify(badge, environment({ ...member.pages, ...more }, { trust }));
}

const sentenceOf = async (trust: TrustList[]) =>
  (await standing(trust)).checks.find(({ id }) => id === 'issuer')?.sentence;

describe('a plain list of issuers', () => {
  const list = {
    name: 'Schools of the valley',
    issuers: [{ id: member.id, name: 'A school', as: 'a founding member', since: '2014-02-14' }, { name: 'no id' }],
  };

  it('says as what and since when it knows the issuer', async () => {
    const [loaded] = (await loadTrustList(JSON.stringify(list), environment())) as [TrustList];

    expect(loaded).toMatchObject({ name: 'Schools of the valley', origin: 'given' });
    expect(loaded.issuers).toHaveLength(1);
    expect(await sentenceOf([loaded])).toBe('Listed by Schools of the valley as a founding member since 2014-02-14.');
  });

  it('from its https address is called fetched, from another address as good as given', async () => {
    const insecure = 'http://lists.example/registry.json';
    const world = environment({ [url]: list, [insecure]: list });

    const origins = [await loadTrustList(url, world), await loadTrustList(insecure, world)].flat();

    expect(origins.map(({ origin }) => origin)).toEqual(['fetched', 'given']);
  });

  it('that cannot be had, or is none, is a named error', async () => {
    const load = (source: string, pages = {}) => loadTrustList(source, environment(pages));

    await expect(load(url)).rejects.toMatchObject({ code: 'trust.unreachable', values: { url, failure: 'not-found' } });
    for (const text of ['', 'x', '{', '[]', '{}', '[1]', 'null', '{"issuers":[]}', '{"name":"x","issuers":{}}']) {
      await expect(load(text)).rejects.toMatchObject({ code: 'trust.not-a-list' });
    }
    await expect(load(url, { [url]: new Uint8Array([0xff, 0xfe, 0x00]) })).rejects.toMatchObject({
      code: 'trust.not-a-list',
    });
  });
});

describe('the lists that know an issuer', () => {
  const listOf = (name: string, ids: string[]): TrustList => ({ name, issuers: ids.map((id) => ({ id })) });

  it('are all told, the first of them in the sentence', async () => {
    const broken: TrustList = { name: 'Broken', issuers: [], trouble: 'unreachable' };

    const report = await standing([
      listOf('One', []),
      listOf('Two', [member.id]),
      broken,
      listOf('Three', [member.id]),
    ]);

    expect(codeOf(report, 'issuer')).toBe('passed issuer.listed');
    expect(report.technical.trust).toEqual({
      listedBy: [
        { list: 'Two', origin: 'given' },
        { list: 'Three', origin: 'given' },
      ],
      notAsked: [{ list: 'Broken', trouble: 'unreachable' }],
    });
  });

  it('know nobody whose key is not proven', async () => {
    const badge = await signedBy({ ...keyIssuer(), id: member.id }, badgeBy(member));

    const report = await verify(badge, environment(member.pages, { trust: [listOf('One', [member.id])] }));

    expect([codeOf(report, 'issuer'), report.technical.trust]).toEqual(['warning issuer.unproven', undefined]);
  });
});

describe('the registries of the Digital Credentials Consortium', () => {
  const registry = { meta: { created: '2022-10-27T17:57:31+00:00' }, registry: { [member.id]: { name: 'A school' } } };
  const anchor = 'https://anchor.example/.well-known/openid-federation';

  it('are lists by DID', async () => {
    const lists = await loadTrustList(url, environment({ [url]: registry }));

    expect(await sentenceOf(lists)).toBe('Listed by lists.example.');
  });

  it('are found by their index, and one that fails does not take the others along', async () => {
    const index = [
      { name: 'Members', type: 'dcc-legacy', url: 'https://a.example/registry.json' },
      { name: 'Gone', type: 'dcc-legacy', url: 'https://b.example/registry.json' },
      { name: 'No registry', type: 'dcc-legacy', url: 'https://c.example/registry.json' },
      { name: 'Federation', type: 'oidf', trustAnchorEC: anchor },
      { name: 'Of tomorrow', type: 'unheard-of', url: 'https://d.example/' },
    ];
    const pages = {
      [url]: index,
      'https://a.example/registry.json': registry,
      'https://b.example/registry.json': timeout,
      'https://c.example/registry.json': { registries: [] },
    };

    const lists = await loadTrustList(url, environment(pages));

    expect(lists.map(({ name, trouble }) => [name, trouble])).toEqual([
      ['Members', undefined],
      ['Gone', 'unreachable'],
      ['No registry', 'not-a-list'],
      ['Federation', 'unreachable'],
    ]);
    expect(await sentenceOf(lists)).toBe('Listed by Members.');
  });

  it.skipIf(!conformance.present)('are read as they are published', async () => {
    const sandbox = await loadTrustList(conformance.text('trust/dcc/sandbox-registry.json'), environment());
    const index = await loadTrustList(conformance.text('trust/dcc/known-did-registries.json'), environment());

    expect(sandbox[0]?.issuers.map(({ id }) => id)).toContain(
      'did:key:z6Mki7DqKQswPsjqMVhP4W3n2ABFb5wBegZC5erEVg5qcgEw',
    );
    expect(index).toHaveLength(8);
    expect(index.every(({ trouble }) => trouble === 'unreachable')).toBe(true);
  });
});

describe('a signed list of recognized entities', () => {
  const publisher = webIssuer('lists.example');
  const entities = (more: JsonObject = {}): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.example/recognized-entities/v1'],
    id: url,
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    name: 'Members of the alliance',
    issuer: publisher.id,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: [
      {
        id: member.id,
        type: 'RecognizedEntity',
        name: 'A school',
        recognizedTo: [{ type: 'RecognizedAction', action: 'issue', name: 'a founding member' }],
      },
      {
        id: 'did:web:verifier.example',
        type: 'RecognizedEntity',
        recognizedTo: { type: 'RecognizedAction', action: 'verify' },
      },
    ],
    ...more,
  });
  const signed = (document: JsonObject, by: TestIssuer = publisher) =>
    signJose(document, { key: by.key, kid: by.method });
  const load = (page: StubPage, pages: Record<string, StubPage> = publisher.pages, more: Partial<Environment> = {}) =>
    loadTrustList(url, environment({ ...pages, [url]: page }, more));

  it('is believed when its publisher lists the key, and knows those who may issue', async () => {
    const lists = await load(await signed(entities()));

    expect(lists).toMatchObject([{ name: 'Members of the alliance', origin: 'signed', url }]);
    expect(lists[0]?.issuers.map(({ id }) => id)).toEqual([member.id]);
    expect(await sentenceOf(lists)).toBe('Listed by Members of the alliance as a founding member.');
  });

  it('may be given as text', async () => {
    const lists = await loadTrustList(await signed(entities()), environment(publisher.pages));

    expect(lists[0]).toMatchObject({ origin: 'signed', issuers: [{ id: member.id }] });
  });

  it('with an embedded proof is believed as well', async () => {
    const plain = entities({
      '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'https://w3id.example/#' }],
    });
    const lists = await load(await signedBy(publisher, plain));

    expect(lists[0]).toMatchObject({ origin: 'signed', issuers: [{ id: member.id }] });
  });

  it.each<[string, string, () => Promise<StubPage> | StubPage]>([
    ['is not signed', 'not-authentic', () => entities()],
    ['was signed by somebody else', 'not-authentic', () => signed(entities(), keyIssuer())],
    [
      'was changed',
      'not-authentic',
      async () => {
        const [head, , tail] = (await signed(entities())).split('.');
        const body = Buffer.from(JSON.stringify(entities({ name: 'Changed' }))).toString('base64url');
        return `${head}.${body}.${tail}`;
      },
    ],
    ['was valid until yesterday', 'outdated', () => signed(entities({ validUntil: '2026-05-31T00:00:00Z' }))],
    ['is valid from tomorrow', 'outdated', () => signed(entities({ validFrom: '2026-06-02T00:00:00Z' }))],
  ])('that %s knows nobody', async (_, trouble, page) => {
    expect(await load(await page())).toMatchObject([{ trouble, issuers: [] }]);
  });

  it('that was revoked, or whose status cannot be had, knows nobody', async () => {
    const list = 'https://lists.example/status/1';
    const credentialStatus = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '5',
      statusListCredential: list,
    };
    const page = await signed(entities({ credentialStatus }));
    const withList = async (set: number[]) => ({
      ...publisher.pages,
      [list]: await statusListBy(publisher, { url: list, set }),
    });

    expect(await load(page, await withList([]))).toMatchObject([{ issuers: [{ id: member.id }] }]);
    expect(await load(page, await withList([5]))).toMatchObject([{ trouble: 'outdated', issuers: [] }]);
    expect(await load(page)).toMatchObject([{ trouble: 'outdated', issuers: [] }]);
  });

  it('whose publisher cannot be asked knows nobody', async () => {
    expect(await load(await signed(entities()), {})).toMatchObject([{ trouble: 'not-authentic', issuers: [] }]);
    expect(await load(await signed(entities()), publisher.pages, { offline: true }).catch(({ code }) => code)).toBe(
      'trust.unreachable',
    );
  });
});

describe('a list of trust services', () => {
  const services = (NextUpdate: string, ServiceCurrentStatus = 'Active') => ({
    ListOperatorInformation: { ListName: 'Education', LOWebSite: 'https://edu.example', NextUpdate },
    TrustServiceProviderList: [
      {
        TrustServiceProvider: {
          TSPInfo: { TSPName: 'A school' },
          TSPServices: [
            {
              TSPService: {
                ServiceName: 'a provider',
                ServiceCurrentStatus,
                StatusStartingTime: '2024-01-01',
                ServiceDigitalIdentity: [{ X509Certificate: 'x' }, { DID: member.id }],
              },
            },
          ],
        },
      },
    ],
  });
  const load = (list: object) => loadTrustList(JSON.stringify(list), environment());

  it('knows the DIDs of active services since their start', async () => {
    expect(await sentenceOf(await load(services('2027-01-01')))).toBe(
      'Listed by Education as a provider since 2024-01-01.',
    );
    expect((await load(services('2027-01-01', 'Withdrawn')))[0]?.issuers).toEqual([]);
  });

  it('knows nobody when it should have been renewed', async () => {
    expect(await load(services('2026-05-01'))).toMatchObject([{ trouble: 'outdated', issuers: [] }]);
  });

  it.skipIf(!conformance.present)('is read as the W3C has it among its use cases', async () => {
    const at = (date: string) => environment({}, { clock: () => new Date(date) });
    const text = conformance.text('trust/vc-recognized-entities/education-usecase.json');

    const [[current], [old]] = (await Promise.all(
      ['2025-06-01', '2026-06-01'].map((date) => loadTrustList(text, at(date))),
    )) as [TrustList[], TrustList[]];

    expect(current?.issuers.map(({ id }) => id)).toContain('did:web:educertify.com');
    expect(old?.trouble).toBe('outdated');
  });
});

describe('an OpenID Federation', () => {
  const anchor = 'https://anchor.example';
  const configuration = `${anchor}/.well-known/openid-federation`;
  const endpoint = 'https://anchor.example/fetch';
  const statementUrl = `${endpoint}?sub=${encodeURIComponent(member.id)}`;
  const { key } = keyIssuer();
  const seconds = (offset: number) => Math.floor(now.getTime() / 1000) + offset;
  const jwks = { keys: [{ ...key.publicKey.jwk, kid: 'k1' }] };
  const header = { kid: 'k1', typ: 'entity-statement+jwt' };

  const statement = (claims: JsonObject, by = key, head: JsonObject = header) =>
    signJws(head, { iat: seconds(-60), exp: seconds(600), ...claims }, by);
  const ofAnchor = (more: JsonObject = {}, by = key) =>
    statement(
      {
        iss: anchor,
        sub: anchor,
        jwks,
        metadata: { federation_entity: { federation_fetch_endpoint: endpoint } },
        ...more,
      },
      by,
    );
  const ofMember = (more: JsonObject = {}, by = key, head = header) =>
    statement(
      { iss: anchor, sub: member.id, metadata: { federation_entity: { organization_name: 'A school' } }, ...more },
      by,
      head,
    );
  const load = async (page: StubPage) => loadTrustList(configuration, environment({ [configuration]: page }));

  it('knows an issuer about whom its anchor makes a statement', async () => {
    const lists = await load(await ofAnchor());

    const report = await standing(lists, { [statementUrl]: await ofMember() });

    expect(codeOf(report, 'issuer')).toBe('passed issuer.listed');
    expect(report.technical.trust).toMatchObject({
      listedBy: [{ list: 'anchor.example', origin: 'signed', name: 'A school' }],
    });
    expect(report.requests).toContainEqual(expect.objectContaining({ url: statementUrl, purpose: 'trust' }));
  });

  it('does not know an issuer about whom there is none', async () => {
    const report = await standing(await load(await ofAnchor()), { [statementUrl]: notFound });

    expect([codeOf(report, 'issuer'), report.technical.trust]).toEqual([
      'warning issuer.domain-proven',
      { listedBy: [], notAsked: [] },
    ]);
  });

  it.each<[string, () => Promise<StubPage> | StubPage]>([
    ['does not answer', () => timeout],
    ['answers no statement', () => '<html></html>'],
    ['answers with a statement of somebody else', () => ofMember({}, keyIssuer().key)],
    [
      'answers with a key of its own in the header',
      () => {
        const other = keyIssuer().key;
        return ofMember({}, other, { ...header, jwk: other.publicKey.jwk } as typeof header);
      },
    ],
    [
      'answers with a kid that is a key',
      () => {
        const other = keyIssuer();
        return ofMember({}, other.key, { ...header, kid: other.method });
      },
    ],
    ['answers about somebody else', () => ofMember({ sub: 'did:web:other.example' })],
    ['answers by somebody else', () => ofMember({ iss: 'https://other.example' })],
    ['answers with what is over', () => ofMember({ exp: seconds(-1) })],
    ['answers with what is not yet', () => ofMember({ iat: seconds(3600) })],
    ['answers with a token of another type', () => ofMember({}, key, { ...header, typ: 'JWT' })],
  ])('was not asked when it %s', async (_, page) => {
    const report = await standing(await load(await ofAnchor()), { [statementUrl]: await page() });

    expect(codeOf(report, 'issuer')).toBe('warning issuer.domain-proven');
    expect(report.technical.trust).toMatchObject({ listedBy: [], notAsked: [{ trouble: 'unreachable' }] });
  });

  it.each<[string, string, () => Promise<StubPage> | StubPage]>([
    ['does not answer', 'unreachable', () => timeout],
    ['is not signed by itself', 'not-authentic', () => ofAnchor({}, keyIssuer().key)],
    [
      'is about somebody else',
      'not-authentic',
      () => ofAnchor({ iss: 'https://other.example', sub: 'https://other.example' }),
    ],
    ['is over', 'not-authentic', () => ofAnchor({ exp: seconds(-1) })],
    ['has no place to ask', 'not-a-list', () => ofAnchor({ metadata: {} })],
    [
      'has an insecure place to ask',
      'not-a-list',
      () => ofAnchor({ metadata: { federation_entity: { federation_fetch_endpoint: 'http://anchor.example/fetch' } } }),
    ],
  ])('whose anchor %s knows nobody', async (_, trouble, page) => {
    expect(await load(await page())).toMatchObject([{ trouble, issuers: [] }]);
  });
});
