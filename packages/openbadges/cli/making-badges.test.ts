import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakePng } from '../src/bake/bake-png.ts';
import { conformance } from '../src/testing/conformance.ts';
import { award } from './testing/award.ts';
import { CommandLine } from './testing/command-line.ts';
import { png } from './testing/png.ts';

const line = new CommandLine();
let issuer: string;
beforeAll(async () => {
  issuer = await line.key();
  for (const type of ['p256', 'p384', 'rsa']) await line.run(['keygen', '--type', type, '--out', `${type}.json`]);
  line.write('award.json', award);
  line.write('medal.png', png());
  line.write('medal.svg', '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>');
  await line.run(['sign', 'award.json', '--key', 'key.json', '--out', 'badge.json']);
  line.write('unsigned.json', { ...line.json('badge.json'), proof: undefined });
});
afterAll(() => line.remove());

const proofsOf = (name: string) =>
  line.json(name).proof.map(({ type, cryptosuite }: Record<string, string>) => cryptosuite ?? type);

describe('badges sign', () => {
  it.each([
    ['key.json', [], ['eddsa-rdfc-2022']],
    ['key.json', ['--set'], ['eddsa-rdfc-2022', 'Ed25519Signature2020']],
    ['key.json', ['--suite', 'eddsa-jcs-2022'], ['eddsa-jcs-2022']],
    ['key.json', ['-s', 'eddsa-jcs-2022', '-s', 'eddsa-rdfc-2022'], ['eddsa-jcs-2022', 'eddsa-rdfc-2022']],
    ['p256.json', [], ['ecdsa-rdfc-2019']],
    ['p384.json', ['--suite', 'ecdsa-jcs-2019'], ['ecdsa-jcs-2019']],
  ])('with %s and %j makes %j, and the badge is valid', async (key, options, suites) => {
    const signed = await line.run(['sign', 'award.json', '-k', key, ...options, '-o', 'signed.json', '--force']);

    expect(signed).toMatchObject({ code: 0, out: '', err: 'signed.json written\n' });
    expect(proofsOf('signed.json')).toEqual(suites);
    expect(await line.run(['verify', 'signed.json', '--offline'])).toMatchObject({ code: 0 });
  });

  it.each(['key.json', 'p256.json', 'p384.json'])('makes a JWT with %s', async (key) => {
    const { out } = await line.run(['sign', 'award.json', '--key', key, '--jwt']);

    line.write('badge.jwt', out);
    expect(out.split('.')).toHaveLength(3);
    expect(await line.run(['verify', 'badge.jwt', '--offline'])).toMatchObject({ code: 0 });
  });

  it('makes a JWT with RSA and refuses a proof with it', async () => {
    expect(await line.run(['sign', 'award.json', '--key', 'rsa.json', '--jwt'])).toMatchObject({ code: 0 });
    expect(await line.run(['sign', 'award.json', '--key', 'rsa.json'])).toMatchObject({ code: 64 });
  });

  it('makes a badge of which the holder can show parts', async () => {
    const { code, out } = await line.run(['sign', 'award.json', '-k', 'p256.json', '-s', 'ecdsa-sd-2023']);

    expect(code).toBe(0);
    expect(JSON.parse(out).proof).toMatchObject([{ cryptosuite: 'ecdsa-sd-2023' }]);
  });

  it('takes a whole document, fills in what is missing and keeps what is there', async () => {
    const { proof: _, id, validFrom, ...document } = line.json('badge.json');
    line.write('document.json', { ...document, issuer: { type: ['Profile'], name: 'A school' } });

    const { out } = await line.run(['sign', 'document.json', '--key', 'key.json']);

    expect(JSON.parse(out)).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      issuer: { id: issuer, name: 'A school' },
      validFrom: '2026-06-01T12:00:00Z',
      credentialSubject: document.credentialSubject,
    });
    expect(JSON.parse(out).id).not.toBe(id);
    expect(validFrom).toBe('2026-06-01T12:00:00Z');
  });

  it('writes an e-mail address as a hash with a salt of its own', async () => {
    line.write('mail.json', {
      ...award,
      subject: { identifiers: [{ type: 'emailAddress', value: 'ana@example.org' }] },
    });

    const made = await Promise.all([1, 2].map(() => line.run(['sign', 'mail.json', '--key', 'key.json'])));

    const [first, second] = made.map(({ out }) => JSON.parse(out).credentialSubject.identifier[0]);
    expect(first).toMatchObject({ hashed: true, salt: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(first.salt).not.toBe(second.salt);
    line.write('mailed.json', made[0]?.out ?? '');
    expect(await line.run(['verify', 'mailed.json', '-r', 'Ana@example.org'])).toMatchObject({ code: 0 });
  });

  it('adds to the proofs that are there', async () => {
    await line.run(['sign', 'badge.json', '--key', 'key.json', '--suite', 'eddsa-jcs-2022', '--out', 'twice.json']);

    expect(proofsOf('twice.json')).toEqual(['eddsa-rdfc-2022', 'eddsa-jcs-2022']);
    expect(await line.run(['verify', 'twice.json', '--offline'])).toMatchObject({ code: 0 });
  });

  it('gives the same achievement the same id each time', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => JSON.parse((await line.run(['sign', 'award.json', '-k', 'key.json'])).out)),
    );

    expect(ids[0].credentialSubject.achievement.id).toBe(ids[1].credentialSubject.achievement.id);
    expect(ids[0].id).not.toBe(ids[1].id);
  });

  it('warns when the key is not the issuer’s', async () => {
    line.write('foreign.json', { ...award, issuer: { id: 'https://famous.example/', name: 'Famous' } });

    const { code, err } = await line.run(['sign', 'foreign.json', '--key', 'key.json']);

    expect(code).toBe(0);
    expect(err).toContain('valid only if the document at the issuer’s address lists');
  });

  const broken = { criteria: {}, name: 'x', description: 'y' };
  it.each<[what: string, input: unknown, reason: string]>([
    ['no achievement', { subject: { id: 'did:example:1' } }, 'There is no achievement'],
    ['no subject', { achievement: award.achievement }, 'There is no subject'],
    ['an achievement without criteria', { ...award, achievement: broken }, '/criteria'],
    ['a day in other words', { ...award, validFrom: '31.12.2026' }, 'write it as 2026-12-31'],
    ['a day that there is not', { ...award, validUntil: '2026-02-30' }, 'is no date'],
    ['an end before the beginning', { ...award, validUntil: '2020-01-01' }, 'Let it be later'],
    ['a member nobody knows', { ...award, achivement: 1 }, '/achivement'],
    ['an array', [award], 'no JSON object'],
    ['a document without a type', { '@context': ['https://www.w3.org/ns/credentials/v2'] }, 'breaks a rule'],
  ])('refuses %s and says where', async (_, input, reason) => {
    line.write('broken.json', input as object);

    const { code, out, err } = await line.run(['sign', 'broken.json', '--key', 'key.json']);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(reason);
  });

  it('says in which line JSON is broken', async () => {
    line.write('broken.json', '{\n  "issuer": {},\n  "subject": {"id" 5}\n}');

    const { code, err } = await line.run(['sign', 'broken.json', '--key', 'key.json']);

    expect(code).toBe(1);
    expect(err).toContain('(line 3, column 20)');
  });
});

describe('badges bake and unbake', () => {
  it.each(['medal.png', 'medal.svg'])('put a badge into %s and take it out again, byte for byte', async (picture) => {
    const baked = `baked-${picture}`;

    expect(await line.run(['bake', picture, 'badge.json', '--out', baked])).toMatchObject({ code: 0 });
    expect(await line.run(['verify', baked, '--offline'])).toMatchObject({ code: 0 });
    expect(await line.run(['unbake', baked, '--out', `${picture}.json`])).toMatchObject({ code: 0 });
    expect(line.text(`${picture}.json`)).toBe(line.text('badge.json').trim());
  });

  it('can be chained', async () => {
    const { out } = await line.run(['sign', 'award.json', '--key', 'key.json', '--jwt']);

    await line.run(['bake', 'medal.png', '-', '--out', 'chained.png'], { stdin: out });

    expect(await line.run(['unbake', 'chained.png'])).toMatchObject({ code: 0, out });
  });

  it('keep what is there already where that is wished, and take out all', async () => {
    await line.run(['bake', 'medal.png', 'badge.json', '--out', 'one.png']);
    await line.run(['sign', 'award.json', '--key', 'key.json', '--out', 'second.json']);
    await line.run(['bake', 'one.png', 'second.json', '--keep', '--out', 'two.png']);
    await line.run(['bake', 'one.png', 'second.json', '--out', 'replaced.png']);

    const all = await line.run(['unbake', 'two.png', '--all', '--out', 'all badges']);
    const first = await line.run(['unbake', 'two.png']);

    expect(all.code).toBe(0);
    expect(line.list('all badges')).toEqual(['two-1.json', 'two-2.json']);
    expect(first.err).toContain('holds 2 badges');
    expect((await line.run(['unbake', 'replaced.png'])).err).toBe('');
  });

  it('leave a file alone that is there, unless told otherwise', async () => {
    line.write('precious.png', 'precious');

    const refused = await line.run(['bake', 'medal.png', 'badge.json', '--out', 'precious.png']);

    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    expect(line.text('precious.png')).toBe('precious');
    expect(await line.run(['bake', 'medal.png', 'badge.json', '-f', '--out', 'precious.png'])).toMatchObject({
      code: 0,
    });
  });

  it('write no picture to a terminal', async () => {
    const { code, out } = await line.run(['bake', 'medal.png', 'badge.json'], { isTerminal: true });

    expect({ code, out }).toEqual({ code: 64, out: '' });
  });

  it('never follow a name from inside a file', async () => {
    line.write('evil.png', bakePng(png(), JSON.stringify({ ...line.json('badge.json'), name: '../../evil' })));

    await line.run(['unbake', 'evil.png', '--all', '--out', 'safe']);

    expect(line.list('safe')).toEqual(['evil-1.json']);
  });

  it.each([
    [['bake', 'badge.json', 'badge.json'], 1, 'The picture is not'],
    [['bake', 'photo.jpg', 'badge.json'], 1, 'PNG and SVG pictures only'],
    [['bake', 'medal.png', 'medal.png'], 1, 'holds no badge'],
    [['bake', 'medal.png', 'award.json'], 1, 'no signed badge'],
    [['bake', 'medal.png', 'unsigned.json'], 1, 'a badge that nobody signed'],
    [['unbake', 'medal.png'], 1, 'Ask for the original file'],
    [['unbake', 'badge.json', '--all'], 64, 'Say into which folder'],
    [['bake', '-', '-'], 64, 'standard input'],
  ])('%j is refused with %i', async (argv, code, reason) => {
    line.write('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));

    const ran = await line.run(argv);

    expect(ran.code).toBe(code);
    expect(ran.err).toContain(reason);
  });
});

describe('badges inspect', () => {
  it('shows what a badge says and how it is made', async () => {
    const { code, out } = await line.run(['inspect', 'badge.json']);

    expect(code).toBe(0);
    expect(out).toMatch(/^Swimmer\n/);
    expect(out).toContain('A school');
    expect(out).toContain('Open Badges 3.0, vc-2.0, json, in json');
    expect(out).toContain('eddsa-rdfc-2022');
  });

  it('gives the fingerprint of the canonical form that it prints', async () => {
    const [json, canonical] = await Promise.all(
      ['--json', '--canonical'].map((option) => line.run(['inspect', 'badge.json', option])),
    );

    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256')
      .update(canonical?.out ?? '')
      .digest('hex');
    expect(JSON.parse(json?.out ?? '')).toMatchObject({
      kind: 'credential',
      version: '3.0',
      canonical: { sha256: hash },
      proofs: [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }],
    });
  });

  it('shows what a JWT holds', async () => {
    const { out } = await line.run(['sign', 'award.json', '--key', 'key.json', '--jwt']);
    line.write('badge.jwt', out);

    const shown = await line.run(['inspect', 'badge.jwt']);
    const document = await line.run(['inspect', 'badge.jwt', '--document']);

    expect(shown.out).toContain('EdDSA');
    expect(JSON.parse(document.out)).toMatchObject({ iss: issuer, credentialSubject: { id: 'did:example:ana' } });
  });

  it.skipIf(!conformance.present).each(conformance.files('ob2').filter((path) => /\.(json|png|jws?)$/.test(path)))(
    'shows or refuses %s without a mistake of its own',
    async (path) => {
      line.write('sample', conformance.bytes(path));

      for (const option of ['--json', '--document', '--no-color']) {
        expect([0, 1]).toContain((await line.run(['inspect', 'sample', option])).code);
      }
    },
  );

  it('looks at an address as well, and says so when there is nothing to be had', async () => {
    const pages = { 'https://school.example/badge': line.json('badge.json') };

    const { out } = await line.run(['inspect', 'https://school.example/badge'], { pages });
    const gone = await line.run(['inspect', 'https://school.example/other'], { pages });

    expect(out).toMatch(/^Swimmer\n/);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain('could not be fetched (not found)');
  });

  it('says so when there is nothing in it', async () => {
    const { code, err } = await line.run(['inspect', 'medal.png']);

    expect(code).toBe(1);
    expect(err).toContain('holds no badge');
  });
});
