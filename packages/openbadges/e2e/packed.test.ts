import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, linkPackages, manifestOf, packageRoot, packedConsumer, repositoryRoot } from './consumer.ts';

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
    const badges = (...args: string[]) => consumer.node('node_modules/openbadges/bin/badges.mjs', ...args);

    const version = badges('--version');
    const good = badges('verify', 'badge.json', '--offline', '--json');
    const bad = badges('verify', 'package.json', '--offline');

    expect(version.stdout.trim()).toBe(manifestOf(packageRoot).version);
    expect([good.status, JSON.parse(good.stdout).verdict]).toEqual([0, 'valid']);
    expect(bad.status).not.toBe(0);
  });

  it.each(['typescript', 'typescript@5.9'])('is checked strictly against its types with %s', (compiler) => {
    linkPackages(consumer.folder, compiler === 'typescript' ? ['@types/node', 'undici-types'] : []);
    consumer.write('consumer.ts', typedUse);
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
    const modules = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023'];

    const { status, stdout } = consumer.node(tsc, ...options, ...modules, 'consumer.ts');

    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['bakePng', 3000],
    ['identityHash', 1500],
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
    consumer.write('pooled.mjs', pooled);
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

const roundTrip = `
import { writeFileSync } from 'node:fs';
import { bakeSvg, didKeyOf, encodeMultikey, issueCredential, openBadgeCredential, verify } from 'openbadges';
import { generateSigningKey, nodeEnvironment, nodeTools, proofPool } from 'openbadges/node';

const key = generateSigningKey('Ed25519');
const id = didKeyOf(key.publicKey);
const document = openBadgeCredential({
  id: 'urn:uuid:6c1f0b62-4c0e-4a2b-9d4e-0f4f3f3b7a11',
  issuer: { id, name: 'A school' },
  achievement: { id: 'urn:uuid:0b7c7c0e-1a2b-4c3d-8e4f-5a6b7c8d9e0f', name: 'Facilitator', description: 'Led.', criteria: { narrative: 'Led.' } },
  subject: { id: 'did:example:learner' },
  validFrom: new Date('2026-01-05T10:00:00Z'),
});
const options = { key, verificationMethod: id + '#' + encodeMultikey(key.publicKey), created: new Date('2026-01-05T10:00:00Z') };
const credential = JSON.stringify(await issueCredential(document, options, nodeTools()));
if (process.argv[2]) writeFileSync(process.argv[2], credential);
const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', credential);
const { verdict } = await verify(baked, nodeEnvironment({ offline: true }));
const pool = proofPool({ size: 2, batch: 1 });
const pooled = [];
for await (const { result } of pool.verify([credential, credential, credential])) pooled.push(result.outcome);
console.log(JSON.stringify({ verdict, pooled }));
`;

const typedUse = `
import { type Report, type Verdict, openBadgeCredential, verify, type Environment, bakePng } from 'openbadges';
import { nodeEnvironment, proofPool } from 'openbadges/node';
import { browserEnvironment } from 'openbadges/browser';
import { main } from 'openbadges/cli';
import { verify as verifyInPage } from 'openbadges/bundle';

const environment: Environment = nodeEnvironment({ offline: true });
const report: Report = await verify(new Uint8Array(), environment);
const verdict: Verdict = report.verdict;
// @ts-expect-error a verdict is one of a closed list
const wrong: 'fine' = verdict;
const document = openBadgeCredential({
  id: 'urn:a',
  issuer: { id: 'did:example:a', name: 'A' },
  achievement: { id: 'urn:b', name: 'B', description: 'B', criteria: { narrative: 'B' } },
  subject: { id: 'did:example:c' },
  validFrom: new Date(),
});
const baked: Uint8Array = bakePng(new Uint8Array(), JSON.stringify(document));
for await (const { row, result } of proofPool({ size: 1 }).verify([document])) console.log(row, result?.outcome);
export { baked, browserEnvironment, main, verifyInPage, wrong };
`;

const pooled = `
import { proofPool } from 'openbadges/node';
const pool = proofPool({ size: 1, worker: new URL('./thread.mjs', import.meta.url) });
for await (const { result, error } of pool.verify([{ name: 'no badge' }])) console.log(error?.message ?? result.outcome);
`;
