import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
export const repositoryRoot = dirname(dirname(packageRoot));

/** A project of somebody else, in a folder of its own, that has installed the package and nothing but what it asks for. */
export interface Consumer {
  folder: string;
  /** The package as it was unpacked. */
  installed: string;
  write(path: string, text: string): string;
  /** Runs Node in the folder, without any condition. */
  node(...args: string[]): { status: number | null; stdout: string; stderr: string };
  remove(): void;
}

/** Packs the library as it would be published, which builds it, and installs it without a network. */
export function packedConsumer(): Consumer {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'openbadges-consumer-')));
  const installed = join(folder, 'node_modules/openbadges');
  const npm = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
  const packed = execFileSync('npm', npm, { cwd: packageRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  linkPackages(folder, Object.keys(manifestOf(installed).dependencies));
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  return {
    folder,
    installed,
    write(path, text) {
      writeFileSync(join(folder, path), text);
      return join(folder, path);
    },
    node(...args) {
      const env = { ...process.env, NODE_OPTIONS: '' };
      return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function manifestOf(folder: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Links packages of the workspace into the project's node_modules. */
export function linkPackages(folder: string, names: string[]): void {
  for (const name of names) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repositoryRoot, 'node_modules', name), link, 'dir');
  }
}
