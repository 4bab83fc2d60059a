import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './testing/command-line.ts';

describe('badges serve', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
  });
  afterEach(() => line.remove());

  it.each([
    [['serve', '--port', 'many']],
    [['serve', '--port', '70000']],
    [['serve', '--port', '-1']],
    [['serve', 'here']],
  ])('%j is wrong use', async (argv) => {
    expect((await line.run(argv)).code).toBe(64);
  });

  it('says what it answers, and ends when it is told to', async () => {
    const stopping = new AbortController();
    stopping.abort();

    const { code, out } = await line.run(['serve', '--port', '0'], { signal: stopping.signal });

    expect(code).toBe(0);
    expect(out).toMatch(/at http:\/\/localhost:\d+\n/);
    expect(out).not.toContain('proof-only');
  });

  it('serves https, and the proof-only path in test mode, with the key of a file', async () => {
    const stopping = new AbortController();
    stopping.abort();
    await line.run(['keygen', '--out', 'key.json']);

    const { out } = await line.run(['serve', '--port', '0', '--https', '--insecure-test-mode', '--key', 'key.json'], {
      signal: stopping.signal,
    });

    expect(out).toMatch(/at https:\/\/localhost:\d+\n/);
    expect(out).toContain('/proof-only/');
    expect(out).toContain(line.json('key.json').controller);
  });

  it('says when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));

    const { code, err } = await line.run(['serve', '--port', String((other.address() as AddressInfo).port)]);
    other.close();

    expect([code, err]).toEqual([2, expect.stringContaining('is taken')]);
  });

  it('says when no issuer signs with such a key', async () => {
    await line.run(['keygen', '--type', 'rsa', '--out', 'rsa.json']);

    const { code, err } = await line.run(['serve', '--port', '0', '--key', 'rsa.json']);

    expect([code, err]).toEqual([1, expect.stringContaining('RSA')]);
  });

  it('says when a key cannot be read', async () => {
    line.write('key.json', '{}');

    expect((await line.run(['serve', '--port', '0', '--key', 'key.json'])).code).toBe(1);
    expect((await line.run(['serve', '--port', '0', '--key', 'none.json'])).code).toBe(2);
  });
});
