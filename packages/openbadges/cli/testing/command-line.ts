import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now, tools } from '../../src/testing/issuers.ts';
import { type StubPage, stubFetch } from '../../src/testing/stub-fetch.ts';
import { runBadges } from '../run-badges.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

interface Settings {
  pages?: Record<string, StubPage>;
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  isTerminal?: boolean;
  signal?: AbortSignal;
}

/** A folder of its own in which commands run in this process, in a world where only the given pages answer. */
export class CommandLine {
  readonly folder = mkdtempSync(join(tmpdir(), 'badges in a folder '));

  async run(argv: readonly string[], settings: Settings = {}): Promise<Ran> {
    const { pages = {}, stdin = '', env = {}, isTerminal = false, signal = new AbortController().signal } = settings;
    const [out, err] = [collector(isTerminal), collector(isTerminal)];
    const code = await runBadges(argv, {
      stdin: chunksOf(stdin),
      stdout: out,
      stderr: err,
      cwd: this.folder,
      env,
      clock: () => now,
      random: (bytes) => randomBytes(bytes),
      signal,
      environment: (more) => ({ fetch: stubFetch(pages), clock: () => now, tools, ...more }),
    });
    return { code, out: out.text(), err: err.text() };
  }

  write(name: string, content: string | Uint8Array | object): string {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(this.folder, name), isRaw ? content : JSON.stringify(content));
    return name;
  }

  text(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  bytes(name: string): Uint8Array {
    return readFileSync(join(this.folder, name));
  }

  json(name: string) {
    return JSON.parse(this.text(name));
  }

  list(folder = '.'): string[] {
    return readdirSync(join(this.folder, folder)).sort();
  }

  /** Makes `key.json` and gives back its issuer. */
  async key(name = 'key.json'): Promise<string> {
    await this.run(['keygen', '--out', name]);
    return this.json(name).controller;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function collector(isTerminal: boolean) {
  const parts: Uint8Array[] = [];
  return {
    write: (text: string | Uint8Array) => void parts.push(Buffer.from(text as string)),
    text: () => Buffer.concat(parts).toString(),
    isTerminal,
    columns: 80,
  };
}

async function* chunksOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
