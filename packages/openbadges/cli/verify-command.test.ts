import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bakePng } from '../src/bake/bake-png.ts';
import type { JsonObject } from '../src/model/json.ts';
import { conformance } from '../src/testing/conformance.ts';
import { badgeBy, keyIssuer, signedBy, statusListBy, webIssuer } from '../src/testing/issuers.ts';
import { privateAddress } from '../src/testing/stub-fetch.ts';
import { CommandLine } from './testing/command-line.ts';
import { png } from './testing/png.ts';

const line = new CommandLine();
afterAll(() => line.remove());

const Identifier = z.strictObject({
  type: z.string(),
  hashed: z.boolean(),
  identity: z.string(),
  salt: z.string().optional(),
});

/** What scripts rely on: nothing more, nothing less. */
const Answer = z.strictObject({
  file: z.string().optional(),
  verdict: z.enum(['valid', 'invalid', 'revoked', 'suspended', 'expired', 'notYetValid', 'unknown']),
  version: z.enum(['0.5', '1.0', '1.1', '2.0', '3.0']).nullable(),
  checks: z.array(
    z.strictObject({
      id: z.enum(['shape', 'proof', 'key', 'status', 'dates', 'recipient', 'issuer', 'endorsements']),
      outcome: z.enum(['passed', 'failed', 'warning', 'skipped', 'unknown']),
      code: z.string().optional(),
      message: z.string().min(3),
      pointer: z.string().optional(),
    }),
  ),
  issuer: z
    .strictObject({
      id: z.string(),
      name: z.string().optional(),
      url: z.string().optional(),
      email: z.string().optional(),
      image: z.string().optional(),
      description: z.string().optional(),
    })
    .nullable(),
  achievement: z.strictObject({ id: z.string().optional(), name: z.string(), type: z.string().optional() }).nullable(),
  recipient: z
    .strictObject({ name: z.string().optional(), id: z.string().optional(), identifiers: z.array(Identifier) })
    .nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
});

const answersIn = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((each) => Answer.parse(JSON.parse(each)));

const issuer = keyIssuer();
const good = await signedBy(issuer, badgeBy(issuer));
const withStatus = (index: number) => ({ status: { list: 'https://issuer.example/status/1', index } });
const list = await statusListBy(issuer, { set: [7] });
const pages = { 'https://issuer.example/status/1': list };
line.write('good.json', good);

it.each<[verdict: string, code: number, badge: JsonObject]>([
  ['valid', 0, good],
  ['invalid', 1, { ...good, name: 'Somebody else wrote this' }],
  ['revoked', 1, await signedBy(issuer, badgeBy(issuer, withStatus(7)))],
  ['expired', 1, await signedBy(issuer, badgeBy(issuer, { validUntil: new Date('2026-02-01T00:00:00Z') }))],
  ['notYetValid', 1, await signedBy(issuer, badgeBy(issuer, { validFrom: new Date('2027-02-01T00:00:00Z') }))],
  ['unknown', 2, await signedBy(webIssuer(), badgeBy(webIssuer()))],
])('a badge that is %s ends with %i and says so in one strict object', async (verdict, code, badge) => {
  line.write('badge.json', badge);

  const json = await line.run(['verify', 'badge.json', '--json'], { pages });
  const text = await line.run(['verify', 'badge.json'], { pages });

  expect(json.code).toBe(code);
  expect(answersIn(json.out)).toMatchObject([{ verdict, version: '3.0' }]);
  expect(json.out).not.toContain('"file"');
  expect(text.code).toBe(code);
});

it('says what the badge is, in the object', async () => {
  const { out } = await line.run(['verify', 'good.json', '--json']);

  expect(answersIn(out)).toMatchObject([
    {
      issuer: { id: issuer.id, name: 'A school' },
      achievement: { id: 'https://issuer.example/achievements/1', name: 'Facilitator' },
      recipient: { id: 'did:example:learner', identifiers: [{ type: 'emailAddress', hashed: true }] },
      validFrom: '2026-01-05T10:00:00Z',
      validUntil: null,
    },
  ]);
});

it('says nothing of a changed badge as if it were so', async () => {
  line.write('changed.json', { ...good, name: 'Doctor' });

  const { out } = await line.run(['verify', 'changed.json', '--json']);

  expect(answersIn(out)).toMatchObject([{ issuer: null, achievement: null, recipient: null, validFrom: null }]);
});

it('tells people the verdict first, then every check with its sign and what to do', async () => {
  line.write('changed.json', { ...good, name: 'Doctor' });

  const valid = await line.run(['verify', 'good.json']);
  const changed = await line.run(['verify', 'changed.json']);

  expect(valid.out).toMatch(/^✓ Valid {2}good\.json\n {2}Facilitator\n {2}from A school/);
  expect(valid.out).toMatch(/\n {2}✓ Signature .*\n {2}✓ Key /);
  expect(valid.out).toMatch(/\n {2}- Recipient .*\n {2}! Issuer /);
  expect(changed.out).toMatch(/^✗ Not valid {2}changed\.json\n/);
  expect(changed.out).toMatch(/\n {2}✗ Signature .*\n +→ Do not rely on anything in it/);
});

it('has colours only on a terminal, and only where they are wanted', async () => {
  const coloured = async (settings: Parameters<CommandLine['run']>[1], ...more: string[]) =>
    (await line.run(['verify', 'good.json', ...more], settings)).out.includes('\u001b[');

  expect(await coloured({})).toBe(false);
  expect(await coloured({ isTerminal: true })).toBe(true);
  expect(await coloured({ isTerminal: true }, '--no-color')).toBe(false);
  expect(await coloured({ isTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
  expect(await coloured({ isTerminal: true, env: { TERM: 'dumb' } })).toBe(false);
  expect(await coloured({ env: { FORCE_COLOR: '1' } })).toBe(true);
  expect(await coloured({ env: { FORCE_COLOR: '0' }, isTerminal: true })).toBe(false);
  expect(await coloured({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false);
});

it('compares the recipient, and another one makes it not valid', async () => {
  const hers = await line.run(['verify', 'good.json', '--recipient', 'Learner@Example.org', '--json']);
  const his = await line.run(['verify', 'good.json', '-r', 'other@example.org', '--json']);

  expect(answersIn(hers.out)[0]?.checks.find(({ id }) => id === 'recipient')).toMatchObject({ outcome: 'passed' });
  expect(his.code).toBe(1);
  expect(answersIn(his.out)).toMatchObject([{ verdict: 'invalid' }]);
});

it('of several the worst counts, and each has its line with the name of its file', async () => {
  line.write('changed.json', { ...good, name: 'Doctor' });
  line.write('text.txt', 'hello');

  const some = await line.run(['verify', 'good.json', 'missing.json', '--json']);
  const all = await line.run(['verify', 'good.json', 'missing.json', 'changed.json', '--json']);

  expect(some.code).toBe(2);
  expect(all.code).toBe(1);
  expect(answersIn(all.out).map(({ file, verdict }) => [file, verdict])).toEqual([
    ['good.json', 'valid'],
    ['missing.json', 'unknown'],
    ['changed.json', 'invalid'],
  ]);
});

it('checks every badge in a ZIP and in a picture', async () => {
  const changed = { ...good, name: 'Doctor' };
  const files = { 'a.json': Buffer.from(JSON.stringify(good)), 'b.json': Buffer.from(JSON.stringify(changed)) };
  line.write('both.zip', zipSync(files));
  const first = bakePng(png(), JSON.stringify(good));
  line.write('both.png', bakePng(first, JSON.stringify(changed), { keepOthers: true }));

  for (const [name, second] of [
    ['both.zip', 'both.zip › b.json'],
    ['both.png', 'both.png (2 of 2)'],
  ]) {
    const { code, out } = await line.run(['verify', name as string, '--json']);

    expect(code).toBe(1);
    expect(
      answersIn(out)
        .map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['invalid', 'valid']);
    expect(out).toContain(second);
  }
});

it('says how a server of one’s own is asked', async () => {
  line.write('here.txt', 'https://127.0.0.1:9/badge.json');

  const pages = { 'https://127.0.0.1:9/badge.json': privateAddress };
  const { code, out } = await line.run(['verify', 'here.txt'], { pages });

  expect(code).toBe(2);
  expect(out).toContain('--allow HOST');
});

it('shows every credential that a presentation holds', async () => {
  line.write('presentation.json', {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [good, { ...good, name: 'Doctor' }],
  });

  const { code, out } = await line.run(['verify', 'presentation.json']);

  expect(code).toBe(1);
  expect(out).toContain('inside: ✓ Valid  Facilitator');
  expect(out).toContain('inside: ✗ Not valid  a credential');
});

it('reads standard input, with a byte order mark as well', async () => {
  const { code, out } = await line.run(['verify', '-'], { stdin: `\uFEFF${JSON.stringify(good)}` });

  expect(code).toBe(0);
  expect(out).toContain('✓ Valid  -');
});

it('reads no more of standard input than any badge needs', async () => {
  const { code, out } = await line.run(['verify', '-', '--json'], { stdin: new Uint8Array(33 * 1024 * 1024) });

  expect(code).toBe(2);
  expect(answersIn(out)).toMatchObject([{ verdict: 'unknown' }]);
  expect(out).toContain('"code":"file.unreadable"');
  expect(out).toContain('32 MB');
});

it('asks at an address', async () => {
  const { code } = await line.run(['verify', 'https://issuer.example/badge'], {
    pages: { 'https://issuer.example/badge': good },
  });

  expect(code).toBe(0);
});

it.each([
  ['missing.json', 'there is no such file'],
  ['.', 'is a folder'],
  ['-', 'nothing on standard input'],
])('%s cannot be checked, and the reason is a sentence', async (name, reason) => {
  const { code, out } = await line.run(['verify', name]);

  expect(code).toBe(2);
  expect(out).toContain('? Could not be checked');
  expect(out).toContain(reason);
  expect(out).not.toContain('Not looked at');
});

it.each([
  ['a picture without a badge', png(), 'import.picture-without-badge', 'Ask for the original file'],
  ['a text', 'hello', 'import.not-understood', 'not understood as a badge'],
  ['an empty file', '', 'import.empty', 'nothing in it'],
  ['half a badge', JSON.stringify(good).slice(0, -9), 'import.broken-json', 'Copy the whole text again'],
  ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'import.other-picture', 'JPEG'],
  ['some other JSON', '{"hello":"world"}', 'shape.not-a-badge', 'neither a badge nor a credential'],
])('%s holds no badge, so it is not valid, and it says why', async (_, content, code, sentence) => {
  line.write('other', content);

  const json = await line.run(['verify', 'other', '--json']);
  const text = await line.run(['verify', 'other']);

  expect(json.code).toBe(1);
  expect(answersIn(json.out)).toMatchObject([
    { verdict: 'invalid', checks: [{ id: 'shape', code }, {}, {}, {}, {}, {}, {}, {}] },
  ]);
  expect(text.out).toContain('✗ No badge');
  expect(text.out).toContain(sentence);
});

it('a badge cannot write to the terminal', async () => {
  const evil = '\u009b31m\u202e\u001b[2J\u001b]0;owned\u0007\u001b[1;32m✓ Valid\u001b[0m\r\n✓ Signature';
  const mine = keyIssuer();
  const document = badgeBy(mine, { issuer: { id: mine.id, name: `School ${evil}` } });
  const subject = document.credentialSubject as { achievement: JsonObject };
  line.write(
    'evil.json',
    await signedBy(mine, {
      ...document,
      credentialSubject: { ...subject, achievement: { ...subject.achievement, name: evil } },
    }),
  );

  for (const argv of [
    ['verify', 'evil.json'],
    ['inspect', 'evil.json'],
    ['inspect', 'evil.json', '--document'],
    ['inspect', 'evil.json', '--canonical'],
    ['verify', evil],
    ['verify', 'evil.json', '--json'],
    ['inspect', 'evil.json', '--json'],
    ['unbake', 'evil.json'],
  ]) {
    const { out, err } = await line.run(argv, { isTerminal: true, env: { NO_COLOR: '1' } });

    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(out).not.toMatch(/^\s*✓ Signature$/m);
  }
});

it('says which list knows the issuer', async () => {
  line.write('trust.json', { name: 'Schools of the city', issuers: [{ id: issuer.id, since: '2020-01-01' }] });

  const { out } = await line.run(['verify', 'good.json', '--trust', 'trust.json']);

  expect(out).toMatch(/✓ Issuer .*Schools of the city/);
});

it('a list that is none is no reason to check without it', async () => {
  line.write('trust.json', '[1, 2');

  const { code, err } = await line.run(['verify', 'good.json', '--trust', 'trust.json']);

  expect(code).toBe(1);
  expect(err).toContain('trust.json');
});

describe('a snapshot', () => {
  const school = webIssuer('school.example');

  it('keeps what was seen, and answers as last seen while offline, which is never a yes', async () => {
    line.write('web.json', await signedBy(school, badgeBy(school)));

    const online = await line.run(['verify', 'web.json', '--snapshot', 'seen.json'], { pages: school.pages });
    const offline = await line.run(['verify', 'web.json', '--snapshot', 'seen.json', '--offline']);

    expect(online.code).toBe(0);
    expect(offline.code).toBe(2);
    expect(offline.out).toContain('As last seen on 2026-06-01: valid');
    expect(line.json('seen.json').entries).toHaveLength(1);
  });

  it('that is none is named', async () => {
    line.write('seen-not.json', { hello: 1 });

    const { code, err } = await line.run(['verify', 'good.json', '--snapshot', 'seen-not.json']);

    expect(code).toBe(1);
    expect(err).toContain('seen-not.json is no snapshot');
  });
});

const samples = conformance.files('ob3/validator-samples').filter((path) => /\.(json|jwt|png|svg)$/.test(path));

/** What the names of the samples say, for someone who asks nobody. */
function expectedOf(path: string): string {
  if (/err-expired/.test(path)) return 'expired';
  if (/err-/.test(path)) return 'invalid';
  return 'unknown';
}

describe.skipIf(!conformance.present)('of the samples of the official validator', () => {
  it.each(samples.filter((path) => !path.includes('bit-string-list')))(
    '%s gets the verdict its name says',
    async (path) => {
      line.write('sample', conformance.bytes(path));

      const { code, out } = await line.run(['verify', 'sample', '--offline', '--json']);

      const [answer] = answersIn(out);
      expect(answer?.verdict).toBe(expectedOf(path));
      expect(code).toBe(expectedOf(path) === 'unknown' ? 2 : 1);
    },
  );

  const exits = { valid: 0, unknown: 2 } as Record<string, number>;
  const others = ['ob3', 'ob2', 'clr2', 'dcc', 'oid4vc'].flatMap((folder) => conformance.files(folder));
  it.each(others.filter((path) => /\.(json|jsonld|jwt|png|svg)$/.test(path)))(
    '%s is answered in the strict form, with the exit code of its verdict',
    async (path) => {
      line.write('sample', conformance.bytes(path));

      const { code, out, err } = await line.run(['verify', 'sample', '--offline', '--json']);

      const answers = answersIn(out);
      expect(err).toBe('');
      expect(answers.length).toBeGreaterThan(0);
      if (answers.length === 1) expect(code).toBe(exits[answers[0]?.verdict ?? ''] ?? 1);
    },
  );
});
