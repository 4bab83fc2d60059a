import { afterAll, expect, it } from 'vitest';
import { commands, loadCommands } from './commands.ts';
import { printable } from './printable.ts';
import { runBadges } from './run-badges.ts';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
afterAll(() => line.remove());

const names = (await loadCommands()).map(({ name }) => name);

it('without anything explains itself, and that is no success', async () => {
  const { code, out } = await line.run([]);

  expect(code).toBe(64);
  for (const name of names) expect(out).toContain(`\n  ${name}`);
  expect(out).toContain('badges verify badge.png');
});

it.each(names)('%s explains itself with examples, in three ways', async (name) => {
  const asked = await Promise.all(
    [
      ['help', name],
      [name, '--help'],
      [name, '-h'],
    ].map((argv) => line.run(argv)),
  );

  for (const { code, out } of asked) {
    expect(code).toBe(0);
    expect(out).toContain(`Usage:\n  badges ${name}`);
    expect(out).toContain(`Examples:\n  badges ${name}`);
    expect(out).toContain('--help');
  }
});

it.each(['sign', 'issue'])('the files that the help of %s shows can be used as they are', async (name) => {
  const { out } = await line.run(['help', name]);
  const samples = [...out.matchAll(/^(\S+) could be:\n((?: {2}.*\n)+)/gm)];
  for (const [, file, text] of samples) line.write(file as string, (text as string).replace(/^ {2}/gm, ''));
  await line.run(['keygen', '--out', `${name}-key.json`]);
  const [example] = (await commands[name]?.())?.examples ?? [];
  const argv = (example?.line ?? '').replace('key.json', `${name}-key.json`).split(' ');

  const { code } = await line.run(argv);

  expect(samples.length).toBeGreaterThan(0);
  expect(code).toBe(0);
});

it.each(names)('%s has its usage in lines that a terminal can show', async (name) => {
  const { out } = await line.run(['help', name]);

  const longest = Math.max(...out.split('\n').map((each) => each.length));
  expect(longest).toBeLessThanOrEqual(110);
});

it('who asks for help in the middle of a line with mistakes gets help', async () => {
  const { code, out } = await line.run(['issue', '--nonsense', '--help']);

  expect(code).toBe(0);
  expect(out).toContain('Usage:');
});

it('helps with help as without a command', async () => {
  const { out } = await line.run(['help']);

  expect(await line.run(['help', 'help'])).toMatchObject({ code: 0, out });
});

it('says its version', async () => {
  expect(await line.run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

it.each([
  [['verfy', 'x'], 'Did you mean badges verify?'],
  [['unbke'], 'Did you mean badges unbake?'],
  [['nothing-like-it'], 'All commands: badges help'],
  [['--verbose'], 'There is no option --verbose here.'],
  [['verify', '--recipent', 'a@b.c'], 'Did you mean --recipient?'],
  [['verify', '--ofline'], 'Did you mean --offline?'],
  [['verify', '--json=yes', 'x'], '--json takes no value.'],
  [['verify', 'x', '--recipient'], '--recipient needs a value'],
  [['keygen', '--type', 'ed25591'], 'Did you mean ed25519?'],
  [['verify'], 'Which badge?'],
  [['sign', 'award.json'], 'With which key?'],
  [['bake', 'one.png'], 'Name a picture and a badge.'],
  [['issue', 'a', 'b', '--key', 'k'], 'Into which folder?'],
  [['status', 'sett'], 'Did you mean badges status set?'],
  [['did'], 'Which DID?'],
  [['completion', 'tcsh'], 'It can be: bash, zsh, fish.'],
  [['help', 'constructor'], 'There is no command constructor.'],
  [['__proto__'], 'There is no command __proto__.'],
])('%j is answered with what was probably meant', async (argv, answer) => {
  const { code, out, err } = await line.run(argv);

  expect(code).toBe(64);
  expect(out).toBe('');
  expect(err).toContain(answer);
  expect(err).not.toContain('    at ');
});

it('a mistake of its own is admitted in one line, with the place only for those who ask', async () => {
  const world = { stdout: { write: () => fail(), isTerminal: false, columns: 80 } };

  const told = await admitted({}, world);
  const traced = await admitted({ BADGES_DEBUG: '1' }, world);

  expect(told).toMatchObject({ code: 70, err: expect.stringMatching(/^badges: this is a mistake of badges .*\n$/) });
  expect(traced.err).toContain('    at ');
});

function fail(): never {
  throw new RangeError('the printer is on fire\u001b[2J');
}

async function admitted(env: Record<string, string>, world: object) {
  const parts: (string | Uint8Array)[] = [];
  const stderr = { write: (text: string | Uint8Array) => void parts.push(text), isTerminal: false, columns: 80 };
  const code = await runBadges(['help'], { ...world, env, stderr } as never);
  return { code, err: parts.join('') };
}

it.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007x', 'x'],
  ['\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
  ['\u001b]52;c;cm0gLXJm\u0007', ''],
  ['\u009b31mred', 'red'],
  ['a\u001bPq#0\u001b\\b', 'ab'],
  ['a\rb\u0008c\u007fd\u0000', 'abcd'],
  ['first\nsecond\tthird', 'first second third'],
  ['user\u202egnp.exe', 'usergnp.exe'],
  ['\u001b\u001b[31m[2Jx', '[2Jx'],
  ['Zoë 名前 👩🏽‍🎓', 'Zoë 名前 👩🏽‍🎓'],
])('%j is written to a terminal as %j', (text, written) => {
  expect(printable(text)).toBe(written);
});

it('nothing that comes from outside keeps a control character', () => {
  const every = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).join('');
  const nested = Array.from({ length: 500 }, (_, at) => `\u001b${'[]P^_X\u001b'[at % 7]}${every[at]}`).join('');

  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(`${printable(every)}${printable(nested)}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});
