import { describe, expect, it } from 'vitest';
import { bakePng } from '../../bake/bake-png.ts';
import { conformance } from '../../testing/conformance.ts';
import { readBadge } from '../read-badge.ts';

const jws = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiQSJ9.c2lnbmF0dXJl';
const other = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiQiJ9.c2lnbmF0dXJl';
const credential = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] };
const json = JSON.stringify(credential);
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

function found(input: string) {
  const reading = readBadge(input);
  return reading.ok
    ? reading.documents.map(({ carrier, form, text, place }) => ({ carrier, form, text, place }))
    : reading.code;
}

describe('text, as a QR code holds it,', () => {
  it.each([
    ['a token', jws, { carrier: 'jwt', form: 'jws', text: jws }],
    ['an address', 'https://example.org/b/1?x=y', { carrier: 'url', form: 'url', text: 'https://example.org/b/1?x=y' }],
    ['a document', json, { carrier: 'json', form: 'json', text: json }],
    ['a token in a data: URI', `data:application/vc+jwt,${jws}`, { carrier: 'jwt', form: 'jws', text: jws }],
    [
      'a document in a data: URI',
      `data:application/vc;base64,${Buffer.from(json).toString('base64')}`,
      { carrier: 'json', form: 'json', text: json },
    ],
    [
      'a picture in a data: URI',
      `data:image/png;base64,${Buffer.from(bakePng(pixel, jws)).toString('base64')}`,
      { carrier: 'png', form: 'jws', text: jws },
    ],
  ])('may be %s', (_, text, expected) => {
    expect(found(text)).toEqual([{ ...expected, place: undefined }]);
  });

  it.each([
    ['openid-credential-offer', 'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fa.example%2Fo'],
    ['openid4vp', 'openid4vp://?client_id=a&request_uri=https://a.example/r'],
    ['haip-vci', 'haip-vci://?credential_offer=%7B%7D'],
    ['dccrequest', 'dccrequest://request?issuer=a'],
    ['credential offer', 'https://wallet.example/?credential_offer=%7B%7D'],
    ['credential request', 'https://wallet.example/?client_id=a&request_uri=https://a.example/r'],
    ['DIDComm', 'https://a.example/invite?oob=eyJ9'],
    ['JSON', '{"credential_issuer":"https://a.example","credential_configuration_ids":["OpenBadge"]}'],
  ])('that invites a wallet is called so (%s)', (kind, text) => {
    expect(readBadge(text)).toMatchObject({ ok: false, code: 'import.wallet-invitation', values: { kind } });
  });

  it('in a compressed form is named', () => {
    const code = 'VP1-B3ECQDIYACEMHIGDODB5KE4E7PGQGQRQ';

    expect(readBadge(code)).toMatchObject({ ok: false, code: 'import.compressed-code', values: { kind: 'VP1' } });
  });

  it.each(['data:', 'data:,', 'data:application/json;base64,%%%', 'data:application/json,%E0%A4%A', 'data:;base64,A'])(
    'in a broken data: URI is not understood (%s)',
    (text) => {
      expect(readBadge(text).ok).toBe(false);
    },
  );

  it.each([
    ['a token', 'ey '],
    ['tokens without end', 'ey.a\n'],
    ['a data: URI', 'data:, a'],
  ])('in millions of pieces, as %s, is not understood', (_, piece) => {
    expect(readBadge(piece.repeat(1_000_000))).toMatchObject({ ok: false, code: 'import.not-understood' });
  });

  it('in data: URIs inside each other is followed to the second', () => {
    const wrap = (text: string) => `data:text/plain,${encodeURIComponent(text)}`;

    expect(found(wrap(wrap(jws)))).toHaveLength(1);
    expect(found(wrap(wrap(wrap(jws))))).toBe('import.not-understood');
  });
});

describe('several badges in one text', () => {
  it.each([
    ['a list', `[${json},"${jws}","https://example.org/1"]`, ['/0', '/1', '/2']],
    ['a list in a list', `[[${json}],[["${jws}"]]]`, ['/0/0', '/1/0/0']],
    ['lines of JSON', `${json}\n\n${json}\n`, ['line 1', 'line 3']],
    ['lines of tokens', `${jws}\r\n${other}`, ['line 1', 'line 2']],
    ['lines of all kinds', `https://example.org/1\n${jws}\n["${other}"]\nnonsense`, ['line 1', 'line 2', 'line 3, /0']],
    [
      'the answer of the Open Badges API',
      `{"credential":[${json}],"compactJwsString":["${jws}"]}`,
      ['/credential/0', '/compactJwsString/0'],
    ],
    ['the answer of OpenID4VCI', `{"credentials":[{"credential":"${jws}"}]}`, ['/credentials/0/credential']],
    ['the answer of Badge Connect', `{"status":{},"signedAssertions":["${jws}"]}`, ['/signedAssertions/0']],
    ['the answer of the VC API', `{"verifiableCredential":${json}}`, ['/verifiableCredential']],
  ])('are all found in %s', (_, text, places) => {
    const documents = found(text);

    expect(Array.isArray(documents) && documents.map(({ place }) => place)).toEqual(places);
  });

  it('are not found in a presentation, which is verified as one', () => {
    const presentation = { ...credential, type: ['VerifiablePresentation'], verifiableCredential: [credential] };

    expect(found(JSON.stringify(presentation))).toMatchObject([{ place: undefined }]);
  });

  it('are not found in one document that is broken over its lines', () => {
    expect(found(`{\n"https://example.org/1",\n"${jws}"\n`)).toBe('import.broken-json');
  });

  it('are bounded', () => {
    const documents = found(JSON.stringify(Array(20_000).fill(jws)));

    expect(documents).toHaveLength(5_000);
  });
});

describe('a saved web page', () => {
  it('gives the badges it describes', () => {
    const page = `<!doctype html><html><script type="application/ld+json">[${json},{"@context":"https://schema.org","@type":"Person"}]</script></html>`;

    expect(found(page)).toEqual([{ carrier: 'html', form: 'json', text: json, place: undefined }]);
  });

  it('that describes other things is a page and no badge', () => {
    const page = '<html><script type="application/ld+json">{"@context":"https://schema.org","recipient":1}</script>';

    expect(found(page)).toBe('import.web-page');
  });
});

describe.skipIf(!conformance.present)('the examples of the standards bodies', () => {
  const readable = /^(ob3\/(spec-examples|validator-samples)|dcc|clr2\/samples|ob2)\/.*\.(json|jwt|png|svg)$/;

  it('are all read without a fault', () => {
    const files = conformance.files().filter((path) => readable.test(path));
    const unread = files.filter((path) => !readBadge(conformance.bytes(path)).ok);

    expect(files.length).toBeGreaterThan(100);
    // Pictures of badge classes, which carry nothing.
    expect(unread).toEqual([
      'ob2/validator-samples/assets/beths-robot-badge.png',
      'ob2/validator-samples/assets/robotics-badge.png',
    ]);
  });

  it('hold an offer to a wallet, which is named', () => {
    const offer = conformance.text('oid4vc/oid4vci-1.0-examples/credential_offer_pre-authz_code.json');

    expect(readBadge(offer)).toMatchObject({ ok: false, code: 'import.wallet-invitation' });
  });
});
