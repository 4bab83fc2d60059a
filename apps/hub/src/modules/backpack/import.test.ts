import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { bakeSvg } from 'openbadges';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { importBadges } from './import-badges.ts';
import type { ImportLine } from './import-model.ts';
import { makeShareLink } from './share-links.ts';
import { findHolding, listAllHoldings, listHoldings } from './store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, content: Uint8Array | string) => ({
  from: 'file' as const,
  name,
  bytes: typeof content === 'string' ? bytes(content) : content,
});

async function ana() {
  const hub = await testHub();
  await hub.given.alliance();
  const person = await hub.given.account('Ana Flores', { email: 'ana@example.org' });
  return { hub, person, issuer: await hub.given.foreignIssuer() };
}

const idOf = (line: ImportLine | undefined): string => (line && 'id' in line ? line.id : '');

async function only(hub: TestHub, person: Person) {
  const [holding, ...others] = await listHoldings(hub.db, person.personId);
  expect(others).toEqual([]);
  if (!holding) throw new Error('Nothing is held');
  return holding;
}

describe('a badge from elsewhere', () => {
  it('comes in as JSON, private, verified, with its text as it was', async () => {
    const { hub, person, issuer } = await ana();
    const document = await issuer.badge();

    const [line] = await importBadges(hub, person, [{ from: 'paste', text: document }]);

    const holding = await only(hub, person);
    expect(line).toMatchObject({ outcome: 'kept', badge: 'Seed keeper', verdict: 'valid', madeOutTo: 'you' });
    expect(holding).toMatchObject({ document, visibility: 'private', verdict: 'valid', format: { from: 'paste' } });
    expect(holding.sha256).toBe(createHash('sha256').update(document).digest('hex'));
    expect((await hub.events()).map(({ verb }) => verb)).toContain('holding.imported');
  });

  it('comes in as a PNG with an odd name, byte for byte, with its picture', async () => {
    const { hub, person, issuer } = await ana();
    const png = hub.given.bakedPng(await issuer.badge());

    await importBadges(hub, person, [file('badge (2).png', png)]);

    const { carrierFile, imageFile } = await only(hub, person);
    const kept = carrierFile && (await hub.files.read(carrierFile));
    expect(kept).toMatchObject({ name: 'badge (2).png', type: 'image/png', isPublic: false });
    expect(kept && Buffer.compare(kept.bytes, png)).toBe(0);
    expect(imageFile && (await hub.files.read(imageFile))).toMatchObject({ type: 'image/png', isPublic: false });
  });

  it('keeps ® and ’ in names and verifies', async () => {
    const { hub, person, issuer } = await ana();
    const achievement = {
      id: 'https://marram.example/achievements/2',
      name: 'Marram® gardener’s 徽章',
      description: 'Größe',
      criteria: { narrative: 'Dug.' },
    };

    const [line] = await importBadges(hub, person, [file('a.json', await issuer.badge({ achievement }))]);

    expect(line).toMatchObject({ badge: 'Marram® gardener’s 徽章', verdict: 'valid' });
  });

  it('in an SVG with a script verifies on its own bytes, and is drawn without the script', async () => {
    const { hub, person, issuer } = await ana();
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect width="9" height="9" onclick="x()"/></svg>';
    const svg = bakeSvg(drawing, await issuer.badge());

    const [line] = await importBadges(hub, person, [file('badge.svg', svg)]);

    const { carrierFile, imageFile } = await only(hub, person);
    expect(line).toMatchObject({ outcome: 'kept', verdict: 'valid' });
    expect(String(carrierFile && (await hub.files.read(carrierFile))?.bytes)).toBe(svg);
    expect((imageFile && (await hub.files.read(imageFile)))?.type).toBe('image/png');
  });

  it.each([
    ['the address of an image', 'https://marram.example/seed.png'],
    ['a data address', `data:image/png;base64,${pngOf([200, 30, 30]).toString('base64')}`],
  ])('shows the picture that it names by %s', async (_, image) => {
    const { hub, person, issuer } = await ana();
    hub.elsewhere('https://marram.example/seed.png', { contentType: 'image/png', body: pngOf([200, 30, 30]) });
    const achievement = {
      id: 'https://marram.example/achievements/1',
      name: 'Seed keeper',
      description: 'Keeps seeds.',
      criteria: { narrative: 'Kept.' },
      image: { id: image },
    };

    await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge({ achievement }) }]);

    const { imageFile } = await only(hub, person);
    expect((imageFile && (await hub.files.read(imageFile)))?.type).toBe('image/png');
  });

  it('whose picture is a page that says “not found” comes in without one', async () => {
    const { hub, person, issuer } = await ana();
    hub.elsewhere('https://marram.example/seed.png', { contentType: 'text/html', body: '<html>Not found</html>' });
    const achievement = {
      id: 'https://marram.example/achievements/1',
      name: 'Seed keeper',
      description: 'Keeps seeds.',
      criteria: { narrative: 'Kept.' },
      image: { id: 'https://marram.example/seed.png' },
    };

    await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge({ achievement }) }]);

    expect((await only(hub, person)).imageFile).toBeUndefined();
  });

  it('comes in by its address, with the file that lies there', async () => {
    const { hub, person, issuer } = await ana();
    const png = hub.given.bakedPng(await issuer.badge());
    hub.elsewhere('https://marram.example/b/seed.png', { contentType: 'image/png', body: png });

    const [line] = await importBadges(hub, person, [{ from: 'url', url: 'https://marram.example/b/seed.png' }]);

    const { carrierFile, format } = await only(hub, person);
    expect(line).toMatchObject({ outcome: 'kept', verdict: 'valid' });
    expect(format.from).toBe('url');
    expect(carrierFile && (await hub.files.read(carrierFile))).toMatchObject({ name: 'seed.png', type: 'image/png' });
  });

  it('comes in by the page that shows it', async () => {
    const { hub, person, issuer } = await ana();
    const page = '<html><head><link rel="alternate" type="application/json" href="/c/1.json"></head></html>';
    hub.elsewhere('https://marram.example/c/1', { contentType: 'text/html', body: page });
    hub.elsewhere('https://marram.example/c/1.json', { body: await issuer.badge() });

    const [line] = await importBadges(hub, person, [{ from: 'paste', text: 'https://marram.example/c/1' }]);

    expect(line).toMatchObject({ outcome: 'kept', verdict: 'valid' });
  });

  it('comes in with many others in a ZIP, each with its own file', async () => {
    const { hub, person, issuer } = await ana();
    const png = hub.given.bakedPng(await issuer.badge());
    const other = await issuer.badge({ id: 'https://marram.example/credentials/2' });
    const zip = zipSync({ 'one.png': png, 'two.json': bytes(other), 'read me.txt': bytes('hello') });

    const lines = await importBadges(hub, person, [file('all.zip', zip)]);

    const holdings = await listHoldings(hub.db, person.personId);
    const files = await Promise.all(
      holdings.map(({ carrierFile }) => (carrierFile ? hub.files.read(carrierFile) : undefined)),
    );
    expect(lines.map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
    expect(files.map((kept) => kept?.name).sort()).toEqual(['one.png', 'two.json']);
    expect(files.find((kept) => kept?.name === 'one.png')?.bytes.equals(Buffer.from(png))).toBe(true);
  });

  it('that was revoked comes in, and says so', async () => {
    const { hub, person, issuer } = await ana();
    await issuer.revokes(7);

    const [line] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);

    expect(line).toMatchObject({ outcome: 'kept', verdict: 'revoked', tone: 'no' });
  });

  it('whose issuer does not answer comes in as not checked, never as valid', async () => {
    const { hub, person, issuer } = await ana();
    const document = await issuer.badge();
    issuer.fails('timeout');

    const [line] = await importBadges(hub, person, [{ from: 'paste', text: document }]);

    expect(line).toMatchObject({ outcome: 'kept', verdict: 'could-not-check', tone: 'unknown' });
  });
});

describe('a badge of version 2.0', () => {
  const at = (path: string) => `https://old.example/${path}`;
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: at('assertions/1.json'),
    recipient: { type: 'email', hashed: false, identity: 'ana@example.org' },
    badge: at('badge.json'),
    verification: { type: 'HostedBadge' },
    issuedOn: '2020-02-02T00:00:00Z',
  };
  const badge = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: at('badge.json'),
    name: 'Baker',
    description: 'Bakes.',
    image: at('baker.png'),
    criteria: { narrative: 'Baked.' },
    issuer: at('issuer.json'),
  };
  const issuer = {
    '@context': badge['@context'],
    type: 'Profile',
    id: at('issuer.json'),
    name: 'Old Oven',
    url: at(''),
  };

  it('comes in although nobody answers, and is known by name once somebody does', async () => {
    const { hub, person } = await ana();
    const browser = await hub.given.browserOf(person);
    const [line] = await importBadges(hub, person, [{ from: 'paste', text: JSON.stringify(assertion) }]);
    const unreached = await browser.read(`/backpack/${idOf(line)}`);
    for (const document of [assertion, badge, issuer])
      hub.elsewhere(document.id, { body: JSON.stringify(document), contentType: 'application/ld+json' });
    hub.elsewhere(at('baker.png'), { contentType: 'image/png', body: pngOf([9, 9, 9]) });

    await browser.post(`/backpack/${idOf(line)}/verify`);

    expect(line).toMatchObject({ outcome: 'kept', verdict: 'could-not-check', badge: 'old.example' });
    expect(unreached).toContain('an issuer that could not be reached');
    expect(unreached).toContain('Hosted badge, Open Badges 2.0');
    expect(unreached).not.toContain('<dt>Criteria</dt>');
    expect(await only(hub, person)).toMatchObject({ view: { name: 'Baker' }, imageFile: expect.any(String) });
  });
});

describe('a badge made out to somebody else', () => {
  it('comes in with a warning, and cannot be shown to others', async () => {
    const { hub, issuer } = await ana();
    const person = await hub.given.account('Ravi Candlemark', { email: 'ravi@example.org' });
    const browser = await hub.given.browserOf(person);

    const [line] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);
    const page = await browser.read(`/backpack/${idOf(line)}`);
    const refused = await browser.post(`/backpack/${idOf(line)}/visibility`, { visibility: 'public' });

    expect(line).toMatchObject({ outcome: 'kept', madeOutTo: 'another-address' });
    expect(page).toContain('Made out to another address.');
    expect(page).not.toContain('name="visibility"');
    expect(page).not.toContain(`action="/backpack/${idOf(line)}/share"`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('it stays private until the address matches');
    expect((await findHolding(hub.db, idOf(line)))?.visibility).toBe('private');
  });

  it('gives no share link either', async () => {
    const { hub, issuer } = await ana();
    const person = await hub.given.account('Ravi Candlemark', { email: 'ravi@example.org' });
    const [line] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);

    const making = makeShareLink(hub, person, { of: { holding: idOf(line) }, label: 'Museum' });

    await expect(making).rejects.toMatchObject({ code: 'holding.not-yours' });
    expect(await hub.given.rowsOf('share_link')).toEqual([]);
  });

  it('can be shown once that address is verified', async () => {
    const { hub, issuer, person: ownsAddress } = await ana();
    const browser = await hub.given.browserOf(ownsAddress);
    const [line] = await importBadges(hub, { ...ownsAddress, emails: [] }, [
      { from: 'paste', text: await issuer.badge() },
    ]);

    const response = await browser.post(`/backpack/${idOf(line)}/visibility`, { visibility: 'public' });

    expect(response.status).toBe(303);
  });
});

describe('the same badge again', () => {
  it('is recognised, and kept once', async () => {
    const { hub, person, issuer } = await ana();
    const document = await issuer.badge();
    const [first] = await importBadges(hub, person, [{ from: 'paste', text: document }]);

    const [again] = await importBadges(hub, person, [file('a.json', document)]);

    expect(again).toMatchObject({ outcome: 'there-already', id: idOf(first) });
    expect(await listAllHoldings(hub.db, person.personId)).toHaveLength(1);
  });

  it('by two browsers at once is kept once', async () => {
    const { hub, person, issuer } = await ana();
    const document = await issuer.badge();

    const both = await Promise.all(
      ['a.json', 'b.json'].map((name) => importBadges(hub, person, [file(name, document)])),
    );

    expect(
      both
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['kept', 'there-already']);
    expect(await hub.given.rowsOf('holding')).toHaveLength(1);
  });

  it('as a newer copy takes its place, with who may see it and its links', async () => {
    const { hub, person, issuer } = await ana();
    const browser = await hub.given.browserOf(person);
    const [older] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);
    await browser.post(`/backpack/${idOf(older)}/visibility`, { visibility: 'link' });
    await browser.post(`/backpack/${idOf(older)}/share`, { label: 'Museum', days: '7' });

    const text = await issuer.badge({ validFrom: hub.clock() });
    const [newer] = await importBadges(hub, person, [{ from: 'paste', text }]);

    const all = await listAllHoldings(hub.db, person.personId);
    expect(newer).toMatchObject({ outcome: 'newer-kept' });
    expect(await only(hub, person)).toMatchObject({ id: idOf(newer), document: text, visibility: 'link' });
    expect(all.find(({ id }) => id === idOf(older))).toMatchObject({ supersededBy: idOf(newer) });
    expect(await browser.read(`/backpack/${idOf(newer)}`)).toContain('Museum');
  });

  it('as an older copy does not replace the newer one, and is kept with it', async () => {
    const { hub, person, issuer } = await ana();
    const [newer] = await importBadges(hub, person, [
      { from: 'paste', text: await issuer.badge({ validFrom: hub.clock() }) },
    ]);

    const [older] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);

    expect(older).toMatchObject({ outcome: 'older-kept', id: idOf(newer) });
    expect((await only(hub, person)).id).toBe(idOf(newer));
    expect(await listAllHoldings(hub.db, person.personId)).toHaveLength(2);
  });

  it('with a later date that nobody could check does not replace what was checked', async () => {
    const { hub, person, issuer } = await ana();
    const [checked] = await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);
    const text = await issuer.badge({ validFrom: hub.clock() });
    issuer.fails('timeout');

    const [unchecked] = await importBadges(hub, person, [{ from: 'paste', text }]);

    expect(unchecked).toMatchObject({ outcome: 'older-kept', id: idOf(checked), verdict: 'could-not-check' });
    expect((await only(hub, person)).id).toBe(idOf(checked));
  });

  it('accepted here and brought as a file is the same one', async () => {
    const hub = await testHub();
    const { holder, document, holdingId } = await hub.given.heldBadge('private');

    const [line] = await importBadges(hub, holder, [{ from: 'paste', text: document }]);

    expect(line).toMatchObject({ outcome: 'there-already', id: holdingId });
  });
});

describe('what is no badge', () => {
  it.each([
    ['nothing', file('a.json', ''), 'import.empty'],
    ['a photograph', file('me.jpg', Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1')), 'import.other-picture'],
    ['a picture saved anew', file('a.png', pngOf([1, 2, 3])), 'import.picture-without-badge'],
    ['JSON 10,000 levels deep', file('deep.json', '['.repeat(10_000)), 'import.too-deep'],
    ['a PNG with a text that unfolds without end', file('bomb.png', pngBomb()), 'import.badge-too-large'],
    ['a text', file('notes.docx', 'hello'), 'import.not-understood'],
    ['another JSON', { from: 'paste' as const, text: '{"a":1}' }, 'shape.not-a-badge'],
    [
      'an unreachable address',
      { from: 'url' as const, url: 'https://gone.example/1' },
      'shape.unreachable-unreachable',
    ],
  ])('gets a named reason: %s', async (_, brought, code) => {
    const { hub, person } = await ana();

    const lines = await importBadges(hub, person, [brought]);

    expect(lines).toMatchObject([{ outcome: 'not-kept', code }]);
    expect(await hub.given.rowsOf('holding')).toEqual([]);
    expect(await hub.given.rowsOf('file')).toEqual([]);
  });

  it('is a badge with one byte changed', async () => {
    const { hub, person, issuer } = await ana();
    const changed = (await issuer.badge()).replace('Seed keeper', 'Seed keepex');

    const lines = await importBadges(hub, person, [{ from: 'paste', text: changed }]);

    expect(lines).toMatchObject([{ outcome: 'not-kept', code: 'proof.tampered' }]);
  });

  it('does not keep the others from coming in', async () => {
    const { hub, person, issuer } = await ana();
    const browser = await hub.given.browserOf(person);
    const files = [new File([await issuer.badge()], 'good.json'), new File(['nothing'], 'bad <b>.txt')];

    const response = await browser.post('/backpack/import', { files, url: '', text: '' });

    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('One badge came in, one did not');
    expect(page).toContain('bad &lt;b&gt;.txt');
    expect(page).toContain('import.not-understood');
  });
});

describe('the page for bringing badges', () => {
  it('leads to the badge that came in', async () => {
    const { hub, person, issuer } = await ana();
    const browser = await hub.given.browserOf(person);

    const response = await browser.post('/backpack/import', { url: '', text: await issuer.badge() });

    expect(response.status).toBe(303);
    expect(await (await browser.follow(response)).text()).toContain('Seed keeper');
  });

  it.each([
    ['nothing', { url: '', text: '' }, 'Choose a file'],
    ['no address', { url: 'javascript:alert(1)', text: '' }, 'javascript:alert(1)'],
  ])('says what is missing: %s', async (_, fields, words) => {
    const { hub, person } = await ana();
    const browser = await hub.given.browserOf(person);

    const response = await browser.post('/backpack/import', fields);

    expect(response.status).toBe(422);
    expect(await response.text()).toContain(words);
  });

  it('refuses a file of 100 MB in one sentence', async () => {
    const { hub, person } = await ana();
    const browser = await hub.given.browserOf(person);

    const response = await browser.post('/backpack/import', {
      files: [new File([new Uint8Array(100 * 1024 * 1024)], 'large.png')],
    });

    expect(response.status).toBe(413);
    expect(await response.text()).toContain('The limit is 20 MB');
  });

  it('is not for visitors', async () => {
    const { hub } = await ana();

    expect((await hub.browser().get('/backpack/import')).status).toBe(303);
    expect((await hub.browser().post('/backpack/import', { text: '{}' })).status).toBe(401);
  });
});

/** A PNG of one colour, four by four. */
function pngOf([red, green, blue]: [number, number, number]): Buffer {
  const row = [0, ...Array.from({ length: 4 }, () => [red, green, blue]).flat()];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(4, 0);
  header.writeUInt32BE(4, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const body = deflateSync(Buffer.from([row, row, row, row].flat()));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 100 MB of text in a hundred kilobytes. */
function pngBomb(): Buffer {
  const png = pngOf([1, 2, 3]);
  const text = deflateSync(Buffer.alloc(100 * 1024 * 1024, 0x20));
  const bomb = chunk('iTXt', Buffer.concat([Buffer.from('openbadges\0\x01\0\0\0', 'latin1'), text]));
  return Buffer.concat([png.subarray(0, -12), bomb, png.subarray(-12)]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** PNG §D */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
