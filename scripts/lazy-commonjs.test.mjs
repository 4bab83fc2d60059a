import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { lazyCommonjs } from './lazy-commonjs.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lazy-commonjs-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function makePackage(name, fields, text) {
  const home = join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name, main: 'index.js', ...fields }));
  writeFileSync(join(home, 'index.js'), text);
}

async function bundleOf(source) {
  writeFileSync(join(folder, 'entry.mjs'), source);
  const outfile = join(folder, 'bundle');
  const options = { bundle: true, splitting: true, format: 'esm', platform: 'node', outExtension: { '.js': '.mjs' } };
  await build({ ...options, entryPoints: [join(folder, 'entry.mjs')], outdir: outfile, plugins: [lazyCommonjs] });
  return import(pathToFileURL(join(outfile, 'entry.mjs')).href);
}

it('gives a lazily imported CommonJS package its named and its default exports in the bundle', async () => {
  makePackage('old', {}, 'exports.greet = () => "hello"; exports.default = "inner";');

  const { load } = await bundleOf('export const load = () => import("old");');
  const loaded = await load();

  expect(loaded.greet()).toBe('hello');
  expect(loaded.default.greet()).toBe('hello');
});

it('leaves packages alone that are modules already', async () => {
  makePackage('new', { type: 'module' }, 'export const greet = () => "hello";');

  const { load } = await bundleOf('export const load = () => import("new");');
  const loaded = await load();

  expect(loaded.greet()).toBe('hello');
  expect(loaded.default).toBeUndefined();
});
