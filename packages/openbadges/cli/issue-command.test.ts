import { mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { matchesIdentity } from '../src/model/identity-hash.ts';
import { award, awardTemplate } from './testing/award.ts';
import { CommandLine } from './testing/command-line.ts';
import { png } from './testing/png.ts';

const line = new CommandLine();
beforeAll(async () => {
  await line.key();
  await line.key('other.json');
  await line.run(['keygen', '--type', 'p256', '--out', 'p256.json']);
  line.write('template.json', awardTemplate);
  line.write('medal.png', png());
});
beforeEach(() => rmSync(join(line.folder, 'out'), { recursive: true, force: true }));
afterAll(() => line.remove());

const issue = (table: string | Uint8Array, ...more: string[]) => {
  line.write('class.csv', table);
  return line.run(['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'out', ...more]);
};
const badges = () => line.list('out').map((name) => line.json(join('out', name)));
const narratives = () =>
  badges()
    .map((badge) => badge.credentialSubject.achievement.criteria.narrative)
    .sort();

it('makes one valid badge for each row, and tells how many', async () => {
  const { code, out, err } = await issue('email,name,metres\nana@example.org,Ana,50\nben@example.org,Ben,25\n');

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe('2 badges in out: 2 made now, 0 there already.\n');
  expect(narratives()).toEqual(['Swam 25 m.', 'Swam 50 m.']);
  expect(line.list('out').map((name) => name.split('-')[0])).toEqual(['ana', 'ben']);
  for (const name of line.list('out')) {
    expect(await line.run(['verify', join('out', name), '--offline'])).toMatchObject({ code: 0 });
  }
});

it('hides the e-mail address behind a salt of its own and keeps the name', async () => {
  await issue('email,name,metres\nAna@Example.org,Ana,50\nana@example.org,Anna,50\n');

  const [first, second] = badges().map((badge) => badge.credentialSubject.identifier);
  expect(JSON.stringify(first).toLowerCase()).not.toContain('example.org');
  expect(first[0].salt).toMatch(/^[0-9a-f]{32}$/);
  expect(first[0].salt).not.toBe(second[0].salt);
  expect(
    matchesIdentity(
      { type: 'emailAddress', hashed: true, identity: first[0].identityHash, salt: first[0].salt },
      'ana@example.org',
    ),
  ).toBe(true);
  expect(first[1]).toMatchObject({ hashed: false, identityType: 'name', identityHash: 'Ana' });
});

it('refuses a template that names one person when the table names others', async () => {
  line.write('ana.json', award);
  line.write('class.csv', 'email,metres\nben@example.org,25\n');

  const { code, err } = await line.run(['issue', 'ana.json', 'class.csv', '--key', 'key.json', '--out', 'out']);

  expect(code).toBe(64);
  expect(err).toContain('every row would be for the same one');
  expect(err).toContain('the column email says it');
});

describe('the same command again', () => {
  const table = 'email,metres\na@example.org,1\nb@example.org,2\nc@example.org,3\n';

  it('makes nothing twice and changes nothing', async () => {
    await issue(table);
    const before = badges();

    const { out } = await issue(table);

    expect(out).toBe('3 badges in out: 0 made now, 3 there already.\n');
    expect(badges()).toEqual(before);
  });

  it('makes what is missing, and what a power cut has emptied', async () => {
    await issue(table);
    const [first, second] = line.list('out') as [string, string];
    rmSync(join(line.folder, 'out', first));
    truncateSync(join(line.folder, 'out', second));

    const { out } = await issue(table);

    expect(out).toBe('3 badges in out: 2 made now, 1 there already.\n');
    expect(narratives()).toEqual(['Swam 1 m.', 'Swam 2 m.', 'Swam 3 m.']);
  });

  it('knows its rows wherever they stand, and with columns that do not matter', async () => {
    await issue(table);

    const { out } = await issue(
      'sent,metres,email\nyes,3,c@example.org\nno,4,d@example.org\nno,1,a@example.org\n,2,b@example.org\n',
    );

    expect(out).toBe('4 badges in out: 1 made now, 3 there already.\n');
  });

  it('takes a row that was corrected, another template and another key for new', async () => {
    await issue(table);
    await issue(table.replace('3\n', '30\n'));
    expect(line.list('out')).toHaveLength(4);
    await issue(table, '--key', 'other.json');

    expect(line.list('out')).toHaveLength(7);
  });

  it('sweeps up what a killed one left behind, and nothing else', async () => {
    mkdirSync(join(line.folder, 'out'));
    line.write('out/.badges-999999999.part', '{"half":');
    line.write(`out/.badges-1.part`, 'of a process that runs');
    line.write('out/.badges-notes.txt', 'mine');

    await issue(table);

    expect(line.list('out').filter((name) => name.startsWith('.'))).toEqual(['.badges-1.part', '.badges-notes.txt']);
  });

  it('may run side by side with itself', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `p${at}@example.org,${at}`).join('\n');

    await Promise.all([1, 2].map(() => issue(`email,metres\n${rows}\n`)));

    expect(narratives()).toHaveLength(40);
  });
});

describe('a table', () => {
  it.each([
    ['semicolons, a byte order mark and Windows line ends', '\uFEFFE-Mail;Metres\r\nana@example.org;50\r\n'],
    ['tabs', 'email\tmetres\nana@example.org\t50'],
    ['quotation marks around everything', '"email","metres"\n"ana@example.org","50"\n'],
    ['spaces around cells', ' Email , METRES \n  ana@example.org ,  50 \n'],
    ['empty lines', '\n\nemail,metres\n\nana@example.org,50\n\n\n'],
    [
      'a comma in a quoted column that does not matter',
      '"Remarks; long, too",email,metres\n"a, b",ana@example.org,50\n',
    ],
    ['no line end', 'email,metres\nana@example.org,50'],
  ])('with %s is read', async (_, table) => {
    const { code, err } = await issue(table);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(narratives()).toEqual(['Swam 50 m.']);
  });

  it('may hold quotation marks, line breaks and other scripts in a cell', async () => {
    await issue(
      'email,name,metres\na@example.org,"Ana ""Ani""\r\nMüller",1\nb@example.org,李 小龍 👩🏽‍🎓,2\nc@example.org,Bob "the fish",3\n',
    );

    const names = badges()
      .map((badge) => badge.credentialSubject.identifier[1].identityHash)
      .sort();
    expect(names).toEqual(['Ana "Ani"\r\nMüller', 'Bob "the fish"', '李 小龍 👩🏽‍🎓'].sort());
    for (const name of line.list('out')) expect(name).toMatch(/^[\p{L}\p{N}-]+\.json$/u);
  });

  it('cannot write outside of the folder', async () => {
    await issue(
      'email,name,metres\na@example.org,../../../etc/passwd,1\nb@example.org,C:\\con,2\nc@example.org,..,3\n',
    );

    expect(line.list('out')).toHaveLength(3);
    for (const name of line.list('out')) expect(name).toMatch(/^[a-z-]+-[0-9a-f]{16}\.json$/);
  });

  it('cannot add members to a badge', async () => {
    const evil = 'x"", ""revoked"": ""no"" }, {{email}} $& __proto__';

    await issue(`email,metres\na@example.org,"${evil}"\n`);

    expect(narratives()).toEqual([`Swam ${evil.replaceAll('""', '"')} m.`]);
  });

  it('names its bad rows by line with what to do, and they stop no other', async () => {
    const table = [
      'email,metres,until',
      'ana@example.org,1,2030-01-01',
      'not an address,2,2030-01-01',
      '"ben@example.org","3',
      'and more",2030-01-01',
      ',4,2030-01-01',
      'cem@example.org,5,31.12.2030',
      'dan@example.org,6',
      'eve@example.org,7,2030-01-01,extra',
      'fay@example.org,8,2030-02-30',
      'gus@example.org,9,2030-01-01',
    ].join('\r\n');
    line.write('dated.json', { ...awardTemplate, validUntil: '{{until}}' });
    line.write('class.csv', table);

    const { code, out, err } = await line.run([
      'issue',
      'dated.json',
      'class.csv',
      '--key',
      'key.json',
      '--out',
      'out',
    ]);

    expect(code).toBe(1);
    expect(out).toContain('3 badges in out: 3 made now');
    expect(out).toContain('6 rows could not be used');
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((each) => /line (\d+)/.exec(each)?.[1]),
    ).toEqual(['3', '6', '7', '8', '9', '10']);
    expect(err).toContain('column email: “not an address” is no e-mail address');
    expect(err).toContain('“31.12.2030” is no date; write it as 2026-12-31.');
    expect(err).toContain('2 cells and the first line 3');
    expect(err).toContain('Write “…” around a cell with a comma in it.');
  });

  it('names the column that a rule of the standard is about', async () => {
    line.write('role.json', {
      ...awardTemplate,
      achievement: { ...awardTemplate.achievement, achievementType: '{{kind}}', criteria: { narrative: 'Swam.' } },
    });
    line.write('class.csv', 'email,kind\na@example.org,Course\nb@example.org,Cuorse\n');

    const { code, err } = await line.run(['issue', 'role.json', 'class.csv', '--key', 'key.json', '--out', 'out']);

    expect(code).toBe(1);
    expect(err).toContain('line 3: column kind:');
    expect(line.list('out')).toHaveLength(1);
  });

  it('with the same row twice has two badges, and says so', async () => {
    const { code, err } = await issue('email,metres\na@example.org,1\na@example.org,1\na@example.org,1\n');

    expect(code).toBe(0);
    expect(line.list('out')).toHaveLength(3);
    expect(err.match(/an earlier row is the same/g)).toHaveLength(2);
    expect((await issue('email,metres\na@example.org,1\na@example.org,1\na@example.org,1\n')).out).toContain(
      '0 made now, 3 there',
    );
  });

  it.each([
    ['name,metres\nAna,1\n', 64, 'The first line must name a column email (or id). It names: name, metres.'],
    ['email,meters\na@example.org,1\n', 64, 'Did you mean {{meters}}?'],
    ['email\na@example.org\n', 64, 'does not have: {{metres}}.'],
    ['email,metres,Email\na@example.org,1,b@example.org\n', 64, 'The column email is there twice.'],
    ['', 1, 'is empty'],
    [Buffer.from('\uFEFFemail,metres\na@example.org,1\n', 'utf16le'), 1, 'CSV UTF-8'],
  ])('that starts %j is refused with %i', async (table, code, reason) => {
    const ran = await issue(table);

    expect(ran.code).toBe(code);
    expect(ran.err).toContain(reason);
    expect(ran.err.length).toBeLessThan(1000);
  });

  it('with a quotation mark that is never closed loses that line and no other', async () => {
    const long = `"${'x'.repeat(250_000)}`;

    const { code, err } = await issue(
      `email,metres\na@example.org,1\n"b@example.org,2\nc@example.org,3\n${long}\nd@example.org,4\n`,
    );

    expect(code).toBe(1);
    expect(err.match(/line \d+: a quotation mark opens|line 3: .* no e-mail address/g)).toHaveLength(2);
    expect(err.length).toBeLessThan(500);
    expect(narratives()).toEqual(['Swam 1 m.', 'Swam 3 m.', 'Swam 4 m.']);
  });

  it('that was saved in an older encoding says how to save it', async () => {
    const { code, err } = await issue(
      Buffer.from('email,name,metres\na@example.org,M\xfcller,1\nb@example.org,Bob,2\n', 'latin1'),
    );

    expect(code).toBe(1);
    expect(err).toContain('line 2');
    expect(err).toContain('CSV UTF-8');
    expect(narratives()).toEqual(['Swam 2 m.']);
  });

  it('tells of so many bad rows as somebody reads, and counts the others', async () => {
    const { out, err } = await issue(`email,metres\n${'nobody,1\n'.repeat(500)}`);

    expect(err.split('\n').length).toBeLessThan(60);
    expect(out).toContain('500 rows could not be used');
  });

  it('that cannot be had is said to be so', async () => {
    const { code, err } = await line.run(['issue', 'template.json', 'no.csv', '--key', 'key.json', '--out', 'out']);

    expect(code).toBe(2);
    expect(err).toContain('no.csv could not be read: there is no such file.');
  });
});

describe('the files', () => {
  const table = 'email,id,metres\na@example.org,did:example:a,1\nb@example.org,did:example:b,2\n';

  it('may be pictures', async () => {
    const { code } = await issue(table, '--bake', 'medal.png');

    expect(code).toBe(0);
    for (const name of line.list('out')) {
      expect(name).toMatch(/\.png$/);
      expect(await line.run(['verify', join('out', name), '--offline'])).toMatchObject({ code: 0 });
    }
  });

  it('may be JWTs, which need an id', async () => {
    const { code } = await issue(table, '--format', 'jwt');
    const without = await issue('email,metres\na@example.org,1\n', '--format', 'jwt');

    expect(code).toBe(0);
    expect(line.list('out')).toHaveLength(2);
    expect(await line.run(['verify', join('out', line.list('out')[0] as string)])).toMatchObject({ code: 0 });
    expect(without.code).toBe(1);
    expect(without.err).toContain('which a JWT must have');
  });

  it('may have two proofs, and proofs by another kind of key', async () => {
    await issue(table, '--set');
    await issue(table, '--key', 'p256.json');

    expect(
      badges()
        .map((badge) => badge.proof.length)
        .sort(),
    ).toEqual([1, 1, 2, 2]);
    for (const name of line.list('out')) {
      expect(await line.run(['verify', join('out', name), '--offline'])).toMatchObject({ code: 0 });
    }
  });

  it('have places of their own in a status list, also after a second run', async () => {
    const list = ['--id', 'https://school.example/status/1', '--key', 'key.json', '--out', 'list.json'];
    await line.run(['status', 'new', ...list]);
    const rows = Array.from({ length: 300 }, (_, at) => `p${at}@example.org,did:example:${at},${at}`);

    await issue(`email,id,metres\n${rows.slice(0, 10).join('\n')}\n`, '--status-list', 'list.json');
    await issue(`email,id,metres\n${rows.join('\n')}\n`, '--status-list', 'list.json');

    const places = badges().map((badge) => badge.credentialStatus.statusListIndex);
    expect(new Set(places).size).toBe(300);
    expect(badges()[0].credentialStatus.statusListCredential).toBe('https://school.example/status/1');
  });

  it('may come from a whole document with holes', async () => {
    line.write('plain.json', award);
    await line.run(['sign', 'plain.json', '--key', 'key.json', '--out', 'signed.json']);
    const { proof: _, id: __, ...document } = line.json('signed.json');
    line.write('document.json', {
      ...document,
      credentialSubject: { ...document.credentialSubject, id: '{{id}}', narrative: 'Swam {{metres}} m.' },
    });
    line.write('class.csv', table);

    const { code } = await line.run(['issue', 'document.json', 'class.csv', '--key', 'key.json', '--out', 'out']);

    expect(code).toBe(0);
    expect(
      badges()
        .map((badge) => badge.credentialSubject.id)
        .sort(),
    ).toEqual(['did:example:a', 'did:example:b']);
    expect(new Set(badges().map((badge) => badge.id)).size).toBe(2);
    for (const name of line.list('out')) {
      expect(await line.run(['verify', join('out', name), '--offline'])).toMatchObject({ code: 0 });
    }
  });

  it('are none where the table is only looked at', async () => {
    const { code, out } = await issue(`${table}nobody,did:example:c,3\n`, '--check');

    expect(code).toBe(1);
    expect(out).toContain('2 rows are good, nothing was written.');
    expect(line.list()).not.toContain('out');
  });

  it('are whole when it is stopped, and it says how to go on', async () => {
    const stopping = new AbortController();
    line.write('class.csv', table);
    stopping.abort();

    const argv = ['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'out'];
    const { code, out } = await line.run(argv, { signal: stopping.signal });

    expect(code).toBe(130);
    expect(out).toContain('The same command goes on from here.');
  });

  it.each([
    [['--format', 'png'], 'Say it: --bake medal.png'],
    [['--format', 'pdf'], '--format cannot be pdf'],
    [['extra.csv'], 'Name a template and a table'],
  ])('are not made with %j', async (more, reason) => {
    const { code, err } = await issue(table, ...more);

    expect(code).toBe(64);
    expect(err).toContain(reason);
  });
});

it('shows how far it is only to someone who watches', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => `p${at}@example.org,${at}`).join('\n');
  line.write('class.csv', `email,metres\n${rows}\n`);
  const argv = ['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'out'];

  const watched = await line.run(argv, { isTerminal: true });
  rmSync(join(line.folder, 'out'), { recursive: true });
  const alone = await line.run(argv);

  expect(watched.err).toMatch(/\r\[[#.]{30}\]/);
  expect(watched.err).toMatch(/\r *\r$/);
  expect(alone.err).toBe('');
});

it('reads the table from standard input', async () => {
  const argv = ['issue', 'template.json', '-', '--key', 'key.json', '--out', 'out'];

  expect(await line.run(argv, { stdin: 'email,metres\na@example.org,1\n' })).toMatchObject({ code: 0 });
  expect(line.list('out')).toHaveLength(1);
});
