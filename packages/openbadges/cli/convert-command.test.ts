import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaProblems } from '../src/model/schema/schema-problems.ts';
import { award } from './testing/award.ts';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
const pages = {
  'https://old.example/assertion': {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://old.example/assertion',
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'ana@example.org' },
    badge: 'https://old.example/class',
    verification: { type: 'HostedBadge' },
    issuedOn: '2019-05-01T10:00:00Z',
  },
  'https://old.example/class': {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://old.example/class',
    type: 'BadgeClass',
    name: 'Swimmer',
    description: 'Swims.',
    image: 'https://old.example/medal.png',
    criteria: { narrative: 'Swam 50 m.' },
    issuer: 'https://old.example/issuer',
  },
  'https://old.example/issuer': {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://old.example/issuer',
    type: 'Issuer',
    name: 'An old school',
    url: 'https://old.example/',
    email: 'office@old.example',
  },
};

let issuer: string;
beforeAll(async () => {
  issuer = await line.key();
  line.write('award.json', award);
  line.write('old.json', pages['https://old.example/assertion']);
  await line.run(['sign', 'award.json', '--key', 'key.json', '--out', 'badge.json']);
});
afterAll(() => line.remove());

it('makes of an older badge and what it names a new one that can be signed', async () => {
  const { code, err } = await line.run(
    ['convert', 'old.json', '--to', '3.0', '--issuer', issuer, '--out', 'new.json'],
    { pages },
  );
  const signed = await line.run(['sign', 'new.json', '--key', 'key.json', '--out', 'new-signed.json']);

  expect(code).toBe(0);
  expect(err).toContain('it has to be signed');
  expect(schemaProblems(line.json('new.json'), 'strict')).toEqual([]);
  expect(line.json('new.json')).toMatchObject({
    id: expect.stringMatching(/^urn:uuid:/),
    issuer: { id: issuer, name: 'An old school' },
    credentialSubject: { achievement: { name: 'Swimmer', criteria: { narrative: 'Swam 50 m.' } } },
    evidence: [{ id: 'https://old.example/assertion' }],
  });
  expect(signed.code).toBe(0);
  expect(await line.run(['verify', 'new-signed.json', '-r', 'ana@example.org'])).toMatchObject({ code: 0 });
});

it('takes a badge that is only an address', async () => {
  line.write('address.txt', 'https://old.example/assertion');

  const { code, out } = await line.run(['convert', 'address.txt', '--to', '3.0'], { pages });

  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ issuer: { id: 'https://old.example/issuer' } });
});

it('makes an assertion for an address of its own, and says what is lost', async () => {
  const ids = ['--id', 'https://school.example/17.json', '--achievement-id', 'https://school.example/swimmer.json'];
  const more = ['--issuer-url', 'https://school.example', '--issuer-email', 'office@school.example'];
  const image = ['--image', 'https://school.example/medal.png'];

  const { code, out, err } = await line.run(['convert', 'badge.json', '--to', '2.0', ...ids, ...more, ...image]);

  expect(code).toBe(0);
  expect(err).toContain('/proof');
  expect(JSON.parse(out)).toMatchObject({
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://school.example/17.json',
    badge: { id: 'https://school.example/swimmer.json', name: 'Swimmer', image: 'https://school.example/medal.png' },
    verification: { type: 'HostedBadge' },
  });
});

it.each([
  [['badge.json'], 64, 'To which version?'],
  [['badge.json', '--to', '1.1'], 64, '--to cannot be 1.1'],
  [['badge.json', '--to', '2.0'], 64, 'At which address will the 2.0 badge lie?'],
  [['badge.json', '--to', '3.0'], 1, 'a 3.0 badge already'],
  [['badge.json', '--to', '2.0', '--id', 'https://school.example/1'], 1, 'document.invalid'],
  [['old.json', '--to', '3.0', '--offline'], 64, 'does not say who its issuer is'],
  [['key.json', '--to', '3.0'], 1, 'no badge that can be converted'],
])('convert %j is refused with %i', async (argv, code, reason) => {
  const { code: ended, out, err } = await line.run(['convert', ...argv]);

  expect({ ended, out }).toEqual({ ended: code, out: '' });
  expect(err).toContain(reason);
});

it('says with which option to give what 2.0 asks for', async () => {
  const told = ['--id', 'https://school.example/1.json'];
  for (const option of ['--issuer-url', '--issuer-email', '--image']) {
    const { code, err } = await line.run(['convert', 'badge.json', '--to', '2.0', ...told]);
    const [, said = '', value = ''] = /Say it: (--\S+) (\S+)/.exec(err) ?? [];
    expect({ code, said }).toEqual({ code: 1, said: option });
    told.push(said, value);
  }

  expect(await line.run(['convert', 'badge.json', '--to', '2.0', ...told])).toMatchObject({ code: 0 });
});

it('says of a 2.0 badge that it is one already', async () => {
  const { code, err } = await line.run(['convert', 'old.json', '--to', '2.0'], { pages });

  expect(code).toBe(1);
  expect(err).toContain('old.json is a 2.0 badge already.');
});
