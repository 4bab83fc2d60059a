import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { award, awardTemplate } from './testing/award.ts';
import { ended, startBadges } from './testing/child.ts';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
const run = (argv: string[], stdin?: string, env?: Record<string, string>) =>
  ended(startBadges(argv, line.folder, env), stdin);

beforeAll(async () => {
  await line.key();
  line.write('award.json', award);
  line.write('template.json', awardTemplate);
  await line.run(['sign', 'award.json', '--key', 'key.json', '--out', 'badge.json']);
  line.write('changed.json', { ...line.json('badge.json'), name: 'Doctor' });
});
afterAll(() => line.remove());

describe('the program', { timeout: 60_000 }, () => {
  it.each([
    [['verify', 'badge.json', '--offline'], 0],
    [['verify', 'changed.json', '--offline'], 1],
    [['verify', 'missing.json'], 2],
    [['verify', '--nonsense'], 64],
    [['--version'], 0],
  ])('%j ends with %i', async (argv, code) => {
    expect(await run(argv)).toMatchObject({ code });
  });

  it('writes answers to standard output and complaints to standard error', async () => {
    const [good, bad] = await Promise.all([run(['verify', 'badge.json', '--offline', '--json']), run(['verify'])]);

    expect(good.err).toBe('');
    expect(JSON.parse(good.out)).toMatchObject({ verdict: 'valid' });
    expect(bad.out).toBe('');
    expect(bad.err).toMatch(/^badges: Which badge\?/);
  });

  it('reads standard input', async () => {
    expect(await run(['verify', '-', '--offline'], line.text('badge.json'))).toMatchObject({ code: 0 });
  });

  it('asks at addresses of the internet, and in a private network only where it is told to', async () => {
    const server = createServer((_, response) => response.end(line.text('badge.json')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

    const [refused, allowed] = await Promise.all([
      run(['verify', `http://${host}/badge.json`]),
      run(['verify', `http://${host}/badge.json`, '--allow', host]),
    ]);
    server.close();

    expect(refused).toMatchObject({ code: 2, out: expect.stringContaining('private network') });
    expect(allowed).toMatchObject({ code: 0 });
  });

  it('has no colours in a pipe, unless they are forced', async () => {
    const plain = await run(['verify', 'badge.json', '--offline']);
    const forced = await run(['verify', 'badge.json', '--offline'], '', { FORCE_COLOR: '1' });

    expect(plain.out).not.toContain('\u001b');
    expect(forced.out).toContain('\u001b[32m');
  });

  it.skipIf(process.platform === 'win32')('is quiet when nobody reads on', async () => {
    line.write('big.json', { ...award, achievement: { ...award.achievement, description: 'x'.repeat(2_000_000) } });
    const launcher = join(import.meta.dirname, '../bin/badges.mjs');
    const pipe = `"${process.execPath}" "${launcher}" sign big.json --key key.json | head -c 10`;

    const out = execFileSync('bash', ['-c', `${pipe}; echo " \${PIPESTATUS[0]}"`], { cwd: line.folder, stdio: 'pipe' });

    expect(out.toString()).toMatch(/ 0\n$/);
  });
});

const rows = 150;
const table = `email,name,metres\n${Array.from({ length: rows }, (_, at) => `p${at}@example.org,Person ${at},${at}`).join('\n')}\n`;

/** Starts issuing and waits until there are some files in the folder. */
async function issuing(folder: string, more: string[] = []) {
  line.write('class.csv', table);
  mkdirSync(join(line.folder, folder), { recursive: true });
  const child = startBadges(
    ['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', folder, ...more],
    line.folder,
  );
  const end = ended(child);
  const wanted = line.list(folder).length + 20;
  const watcher = watch(join(line.folder, folder));
  await new Promise<void>((resolve) => {
    watcher.on('change', () => line.list(folder).length >= wanted && resolve());
    child.once('exit', () => resolve());
  });
  watcher.close();
  return { child, end };
}

function narrativesIn(folder: string): string[] {
  return line
    .list(folder)
    .map((name) => line.json(join(folder, name)).credentialSubject.achievement.criteria.narrative);
}

const everyRow = Array.from({ length: rows }, (_, at) => `Swam ${at} m.`).sort();

describe('issuing', { timeout: 120_000 }, () => {
  it('that is killed again and again ends with exactly one whole file for each row', async () => {
    for (const wait of [0, 7]) {
      const { child, end } = await issuing('killed');
      await setTimeout(wait);
      child.kill('SIGKILL');
      expect(await end).toMatchObject({ signal: 'SIGKILL' });
    }
    expect(line.list('killed').length).toBeLessThan(rows);

    const last = await run(['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'killed']);

    expect(last).toMatchObject({ code: 0, out: expect.stringContaining(`${rows} badges in killed`) });
    expect(narrativesIn('killed').sort()).toEqual(everyRow);
  });

  it('that is stopped with Ctrl-C says so, leaves whole files and goes on', async () => {
    const { child, end } = await issuing('stopped');
    child.kill('SIGINT');

    const { code, out } = await end;
    const before = line.list('stopped');
    const texts = before.map((name) => line.text(join('stopped', name)));
    await run(['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'stopped']);

    expect(code).toBe(130);
    expect(out).toContain('The same command goes on from here.');
    expect(before.filter((name) => name.startsWith('.'))).toEqual([]);
    expect(before.map((name) => line.text(join('stopped', name)))).toEqual(texts);
    expect(narrativesIn('stopped').sort()).toEqual(everyRow);
  });

  it('by two programs at once makes exactly one file for each row, and no place in a list is shared', async () => {
    await line.run(['status', 'new', '--id', 'https://school.example/1', '--key', 'key.json', '--out', 'list.json']);
    line.write('class.csv', table);
    const argv = [
      'issue',
      'template.json',
      'class.csv',
      '--key',
      'key.json',
      '--status-list',
      'list.json',
      '--out',
      'two',
    ];

    const both = await Promise.all([run(argv), run(argv)]);

    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(narrativesIn('two').sort()).toEqual(everyRow);
    const places = line.list('two').map((name) => line.json(join('two', name)).credentialStatus.statusListIndex);
    expect(new Set(places).size).toBe(rows);
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot || process.platform === 'win32')('into a folder that can only be read says so', async () => {
    mkdirSync(join(line.folder, 'locked'));
    chmodSync(join(line.folder, 'locked'), 0o500);
    line.write('class.csv', table);

    const { code, err } = await run(['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'locked']);

    expect(code).toBe(2);
    expect(err).toContain('it is not allowed');
  });

  it('into something that is no folder says so', async () => {
    line.write('file', 'x');
    line.write('class.csv', table);

    const { code, err } = await run(['issue', 'template.json', 'class.csv', '--key', 'key.json', '--out', 'file']);

    expect(code).toBe(2);
    expect(err).toContain('file could not be written');
    expect(statSync(join(line.folder, 'file')).size).toBe(1);
  });
});
