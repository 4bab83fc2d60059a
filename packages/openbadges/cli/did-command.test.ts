import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
let did: string;
beforeAll(async () => {
  did = await line.key();
});
afterAll(() => line.remove());

it('the did:key of a key resolves to a document that lists the key', async () => {
  const { out } = await line.run(['did', 'key', 'key.json']);
  const { code, out: document } = await line.run(['did', 'resolve', out.trim()]);

  expect(out).toBe(`${did}\n`);
  expect(code).toBe(0);
  expect(JSON.parse(document)).toMatchObject({ id: did, assertionMethod: [`${did}#${did.slice(8)}`] });
});

it('the document for a did:web holds the public part of the keys and makes it resolve', async () => {
  const { code } = await line.run(['did', 'web', 'https://school.example', '--key', 'key.json', '--out', 'did.json']);
  const pages = { 'https://school.example/.well-known/did.json': line.json('did.json') };
  const resolved = await line.run(['did', 'https://school.example'], { pages });

  expect(code).toBe(0);
  expect(line.text('did.json')).not.toContain(line.json('key.json').secretKeyMultibase);
  expect(JSON.parse(resolved.out)).toEqual(line.json('did.json'));
});

it('a key for a did:web signs badges that are valid where its document is published', async () => {
  await line.run(['keygen', '--controller', 'https://school.example', '--out', 'web.json']);
  await line.run(['did', 'web', '--key', 'web.json', '--out', 'web-did.json']);
  const { award } = await import('./testing/award.ts');
  line.write('award.json', award);
  await line.run(['sign', 'award.json', '--key', 'web.json', '--out', 'badge.json']);
  const pages = { 'https://school.example/.well-known/did.json': line.json('web-did.json') };

  expect(await line.run(['verify', 'badge.json'], { pages })).toMatchObject({ code: 0 });
  expect(await line.run(['verify', 'badge.json'])).toMatchObject({ code: 2 });
});

it.each([
  [['did:web:nobody.example'], 2, 'could not be had at https://nobody.example/.well-known/did.json'],
  [['resolve', 'did:key:zzz'], 1, 'is no DID'],
  [['resolve', 'did:velocity:1'], 1, 'are not known here'],
  [['resolve', 'school'], 64, 'neither a DID nor an https address'],
  [['web', 'https://school.example'], 64, 'With which key?'],
  [['web', '--key', 'key.json'], 64, 'For which address?'],
  [['resolv', 'did:key:z'], 64, 'Did you mean badges did resolve?'],
])('did %j is refused with %i', async (argv, code, reason) => {
  const ran = await line.run(['did', ...argv]);

  expect(ran.code).toBe(code);
  expect(ran.err).toContain(reason);
});

const shells = ['bash', 'zsh', 'fish'].filter((shell) => spawnSync(shell, ['--version']).status === 0);

it.each(shells)('the completion script for %s is one that it can read', async (shell) => {
  const { out } = await line.run(['completion', shell]);
  line.write('script', out);

  expect(() => execFileSync(shell, ['-n', 'script'], { cwd: line.folder, stdio: 'pipe' })).not.toThrow();
});

it.each([
  [['badges', 'ver'], ['verify']],
  [['badges', 'verify', '--rec'], ['--recipient']],
  [
    ['badges', 'keygen', '--type', 'p'],
    ['p256', 'p384'],
  ],
  [['badges', 'status', 'se'], ['set']],
  [['badges', 'sign', 'my'], ['my award.json']],
])('bash completes %j to %j', async (words, completed) => {
  const { out } = await line.run(['completion', 'bash']);
  line.write('my award.json', '{}');
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const script = `${out}\nCOMP_WORDS=(${quoted})\nCOMP_CWORD=${words.length - 1}\n_badges\nprintf '%s\\n' "\${COMPREPLY[@]}"`;

  const answer = execFileSync('bash', ['-c', script], { cwd: line.folder }).toString();

  expect(answer.trimEnd().split('\n').join(' ')).toBe(completed.join(' '));
});

it.each(['zsh', 'fish'])('the completion script for %s names every command and option', async (shell) => {
  const { out } = await line.run(['completion', shell]);

  for (const word of ['verify', 'unbake', 'recipient', 'status-list', 'ed25519']) expect(out).toContain(word);
});
