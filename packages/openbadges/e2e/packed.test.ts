import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, linkPackages, manifestOf, packageRoot, packedConsumer, repositoryRoot } from './consumer.ts';
import { pooledUse, roundTrip, typedUse } from './consumer-programs.ts';
import { readmeExamples } from './readme-examples.ts';

const program = 'node_modules/openbadges/bin/badges.mjs';
let consumer: Consumer;

beforeAll(() => {
  consumer = packedConsumer();
}, 180_000);
afterAll(() => consumer?.remove());

describe('what is in the package', () => {
  it('is what was built, the program, and what people read: no tests and no sources', () => {
    const files = listFiles(consumer.installed);

    const top = new Set(files.map((file) => file.split('/')[0]));
    const odd = files.filter((file) =>
      /\.test\.|(^|\/)(testing|e2e|src|node_modules|staging)\/|(?<!\.d)\.ts$/.test(file),
    );
    expect([...top].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'package.json']);
    expect(odd).toEqual([]);
  });

  it('asks for no package that it does not name as a dependency', () => {
    const modules = listFiles(consumer.installed).filter(
      (file) => /\.(js|mjs|d\.ts)$/.test(file) && !file.includes('/bundle/'),
    );

    const asked = modules.flatMap((file) => {
      const text = readFileSync(join(consumer.installed, file), 'utf8');
      return [
        ...text.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*["'](@[\w.-]+\/[\w.-]+|\w[\w.-]*)(?:\/[^"']*)?["']/g),
      ].map(([, name]) => name);
    });

    const known = new Set([...Object.keys(manifestOf(consumer.installed).dependencies), 'tsx']);
    expect(asked).toContain('fflate');
    expect(asked.filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it('leads to no file that is not in it', () => {
    const modules = listFiles(consumer.installed).filter((file) => /\.(js|mjs|d\.ts)$/.test(file));

    const missing = modules.flatMap((file) => {
      const text = readFileSync(join(consumer.installed, file), 'utf8');
      const named = [...text.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)];
      const paths = named.map(([, name = '']) => join(consumer.installed, dirname(file), name));
      const wanted = file.endsWith('.d.ts') ? paths.map((path) => path.replace(/\.js$/, '.d.ts')) : paths;
      return wanted.filter((path) => !existsSync(path));
    });

    expect(modules.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('names no folder of the machine it was built on', () => {
    const places = [repositoryRoot, homedir() === '/' ? undefined : `${homedir()}/`, 'file:///'];

    const telling = listFiles(consumer.installed).filter((file) => {
      const text = readFileSync(join(consumer.installed, file), 'utf8');
      return places.some((place) => place && text.includes(place));
    });

    expect(telling).toEqual([]);
  });

  it('has source maps that hold their sources', () => {
    const maps = listFiles(consumer.installed).filter((file) => file.endsWith('.map'));

    const sources = maps.map((file) => JSON.parse(readFileSync(join(consumer.installed, file), 'utf8')));

    expect(maps.length).toBeGreaterThan(50);
    expect(sources.filter(({ sources, sourcesContent }) => sources.length !== sourcesContent?.length)).toEqual([]);
    expect(sources.flatMap(({ sources }) => sources).filter((source) => /^\/|\.\.\//.test(source))).toEqual([]);
  });

  it('has the licences of what lies in the file for pages', () => {
    const licences = readFileSync(join(consumer.installed, 'dist/bundle/LICENSES.txt'), 'utf8');

    expect(licences).toMatch(/^jsonld \d/m);
    expect(licences).toMatch(/^fflate \d.*\(MIT\)/m);
    expect(licences.match(/^\S+ [\d.]+ \(.*\)$/gm)?.length).toBe(licences.split('-'.repeat(80)).length);
  });
});

/** One after the other in one folder: what the first writes others read. */
describe('the README', () => {
  const examples = readmeExamples();

  it('has five examples and more', () => {
    expect(examples.length).toBeGreaterThanOrEqual(6);
  });

  it.each(examples.filter(({ place }) => place === 'node'))('does what it says: $title', ({ title, code, says }) => {
    const file = `${title.replaceAll(/\W+/g, '-')}.mjs`;
    consumer.write(file, esbuild.transformSync(code, { loader: 'ts' }).code);

    const { stdout, stderr } = consumer.node(file);

    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(says);
  });

  it('names no command that there is not', () => {
    const text = readFileSync(join(consumer.installed, 'README.md'), 'utf8');
    const section = text.slice(text.indexOf('## The command line'), text.indexOf('## What is understood'));
    const lists = [...section.matchAll(/^badges ([a-z]+(?:, [a-z]+)*)/gm)].map(([, words = '']) => words);

    const named = lists.flatMap((words) => words.split(', '));
    const unknown = named.filter((name) => consumer.node(program, 'help', name).status !== 0);

    expect(named.length).toBeGreaterThan(6);
    expect(unknown).toEqual([]);
  });
});

describe('a project that installed it', () => {
  it.each([
    ['openbadges', ['verify', 'readBadge', 'bakePng', 'issueCredential', 'openBadgeCredential']],
    ['openbadges/node', ['nodeEnvironment', 'nodeTools', 'proofPool', 'generateSigningKey']],
    ['openbadges/browser', ['browserEnvironment', 'pageFetch']],
    ['openbadges/cli', ['main']],
    ['openbadges/bundle', ['verify', 'browserEnvironment']],
  ])('imports %s in plain Node', (entry, names) => {
    const script = `import * as all from '${entry}'; console.log(JSON.stringify(Object.keys(all)));`;

    const { stdout, stderr } = consumer.node('--input-type=module', '-e', script);

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(names));
  });

  it('issues, bakes and verifies a badge', () => {
    consumer.write('badge.mjs', roundTrip);

    const { stdout, stderr } = consumer.node('badge.mjs');

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ verdict: 'valid', pooled: ['passed', 'passed', 'passed'] });
  });

  it('runs the program of the package', () => {
    consumer.write('badge.mjs', roundTrip);
    consumer.node('badge.mjs', 'badge.json');
    const badges = (...args: string[]) => consumer.node(program, ...args);

    const version = badges('--version');
    const good = badges('verify', 'badge.json', '--offline', '--json');
    const bad = badges('verify', 'package.json', '--offline');

    expect(version.stdout.trim()).toBe(manifestOf(packageRoot).version);
    expect([good.status, JSON.parse(good.stdout).verdict]).toEqual([0, 'valid']);
    expect(bad.status).not.toBe(0);
  });

  it.each(['typescript', 'typescript@5.9'])(
    'is checked strictly against its types with %s',
    (compiler) => {
      linkPackages(consumer.folder, compiler === 'typescript' ? ['@types/node', 'undici-types'] : []);
      consumer.write('consumer.ts', typedUse);
      for (const [number, { code }] of readmeExamples().entries()) consumer.write(`example-${number}.mts`, code);
      const files = ['consumer.ts', ...readmeExamples().map((_, number) => `example-${number}.mts`)];
      const roots = { typescript: repositoryRoot, 'typescript@5.9': packageRoot };
      const tsc = join(roots[compiler as keyof typeof roots], 'node_modules/typescript/bin/tsc');
      const options = [
        '--strict',
        '--noEmit',
        '--skipLibCheck',
        'false',
        '--exactOptionalPropertyTypes',
        '--types',
        'node',
      ];
      const modules = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom'];

      const { status, stdout } = consumer.node(tsc, ...options, ...modules, ...files);

      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
    120_000,
  );

  it.each([
    ['bakePng', 3000],
    ['identityHash', 2000],
    ['isoSeconds', 300],
    ['decodeMultikey', 3000],
  ])('bundles only what it uses: %s comes to less than %i bytes', async (name, most) => {
    const contents = `export { ${name} } from 'openbadges';`;

    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
    });

    expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(most);
  });

  it('can bundle the pool of threads, when it bundles their program too', async () => {
    consumer.write('pooled.mjs', pooledUse);
    await esbuild.build({
      absWorkingDir: consumer.folder,
      entryPoints: { app: 'pooled.mjs', thread: 'openbadges/proof-worker' },
      outdir: join(consumer.folder, 'app'),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'error',
    });

    const { stdout, stderr } = consumer.node('app/app.mjs');

    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('failed');
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}
