import { afterAll, beforeAll, expect, it } from 'vitest';
import { award, awardTemplate } from './testing/award.ts';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
const url = 'https://school.example/status/1';
beforeAll(async () => {
  await line.key();
  await line.key('other.json');
  await line.run(['status', 'new', '--id', url, '--key', 'key.json', '--out', 'list.json']);
});
afterAll(() => line.remove());

const shown = async (...more: string[]) => JSON.parse((await line.run(['status', 'show', ...more, '--json'])).out);

it('a new list has no place set and is signed', async () => {
  expect(await shown('list.json')).toEqual({
    id: url,
    purposes: ['revocation'],
    entries: 131_072,
    size: 1,
    places: [],
  });
  expect(line.json('list.json').proof).toMatchObject([{ cryptosuite: 'eddsa-rdfc-2022' }]);
});

it('a badge that was issued with the list is revoked by its file, and made good again', async () => {
  line.write('template.json', { ...awardTemplate, achievement: award.achievement });
  line.write('class.csv', 'email\nana@example.org\n');
  const issue = ['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'out'];
  await line.run([...issue, '--status-list', 'list.json']);
  const badge = `out/${line.list('out')[0]}`;
  const verdict = async () => {
    const { out } = await line.run(['verify', badge, '--json'], { pages: { [url]: line.json('list.json') } });
    return JSON.parse(out).verdict;
  };

  const before = await verdict();
  const set = await line.run(['status', 'set', 'list.json', badge, '--key', 'key.json']);
  const revoked = await verdict();
  await line.run(['status', 'set', 'list.json', badge, '--value', '0', '--key', 'key.json']);

  expect(set.code).toBe(0);
  expect([before, revoked, await verdict()]).toEqual(['valid', 'revoked', 'valid']);
});

it('places of several bits keep their values apart', async () => {
  await line.run([
    'status',
    'new',
    '--id',
    url,
    '--key',
    'key.json',
    '--size',
    '4',
    '--purpose',
    'message',
    '--out',
    'four.json',
  ]);

  await line.run(['status', 'set', 'four.json', '10', '--size', '4', '--value', '9', '--key', 'key.json']);
  await line.run(['status', 'set', 'four.json', '11', '131071', '--size', '4', '--value', '15', '--key', 'key.json']);

  const { places, entries } = await shown('four.json', '--size', '4');
  expect(entries).toBe(131_072);
  expect(places).toEqual([
    { index: 10, value: 9 },
    { index: 11, value: 15 },
    { index: 131_071, value: 15 },
  ]);
});

it('never gives a place twice, whoever asks at the same time', async () => {
  await line.run(['status', 'new', '--id', url, '--key', 'key.json', '--out', 'busy.json']);

  const taken = await Promise.all(Array.from({ length: 40 }, () => line.run(['status', 'take', 'busy.json'])));

  expect(new Set(taken.map(({ out }) => out)).size).toBe(40);
});

it.each([
  [['set', 'list.json', '131072', '--key', 'key.json'], 1, 'outside the list'],
  [['set', 'list.json', '5', '--key', 'other.json'], 1, 'The list belongs to'],
  [['set', 'list.json', '5'], 64, 'With which key?'],
  [['set', 'list.json', '5', '--value', '2', '--key', 'key.json'], 64, '--value cannot be 2'],
  [['set', 'list.json', 'key.json', '--key', 'key.json'], 1, 'names no place'],
  [['show', 'key.json'], 1, 'is no status list'],
  [['show'], 64, 'Which list?'],
  [['new', '--id', 'here', '--key', 'key.json', '--out', 'x.json'], 64, 'At which address'],
  [['new', '--id', url, '--key', 'key.json', '--entries', '10', '--out', 'x.json'], 64, 'whole number from 131072'],
])('status %j is refused with %i', async (argv, code, reason) => {
  const before = line.text('list.json');

  const ran = await line.run(['status', ...argv]);

  expect(ran.code).toBe(code);
  expect(ran.err).toContain(reason);
  expect(line.text('list.json')).toBe(before);
});

it('a list that unfolds without end is refused', async () => {
  const { gzipSync } = await import('node:zlib');
  const encodedList = `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`;
  const list = line.json('list.json');
  line.write('bomb.json', { ...list, credentialSubject: { ...list.credentialSubject, encodedList } });

  const { code, err } = await line.run(['status', 'show', 'bomb.json']);

  expect(code).toBe(1);
  expect(err).toContain('too long');
});
