import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch as watchFolder } from 'node:fs';
import { join } from 'node:path';

import * as esbuild from 'esbuild';

import { assetOptions, programOptions, writeManifest } from './build.mjs';
import { hub, program } from './paths.mjs';

/** Builds on every change and runs the program anew when the build is good. */
export async function watch(args) {
  const runner = programRunner(args);
  const assets = {
    name: 'assets',
    setup: ({ onEnd }) => onEnd((result) => finish(result, () => writeManifest(result.metafile))),
  };
  const restart = { name: 'restart', setup: ({ onEnd }) => onEnd((result) => finish(result, runner.restart)) };
  const server = programOptions();
  const contexts = [
    await esbuild.context({ ...assetOptions(), sourcemap: true, plugins: [assets] }),
    await esbuild.context({ ...server, plugins: [...server.plugins, restart] }),
  ];
  await contexts[0].rebuild().catch(() => console.error('Waiting for a change …'));
  for (const context of contexts) await context.watch();
  for (const folder of ['migrations', 'messages']) {
    watchFolder(join(hub, folder), { recursive: true }, runner.restart);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      await runner.stop();
      process.exit(0);
    });
  }
}

function finish(result, then) {
  if (result.errors.length === 0) return then();
  console.error('Waiting for a change …');
}

/** Keeps one program running; changes that come together make one restart. */
function programRunner(args) {
  let child;
  let planned;
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const start = async () => {
    await stop();
    child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      stdio: 'inherit',
      env: { BA_MODE: 'development', ...process.env },
    });
  };
  const restart = () => {
    clearTimeout(planned);
    planned = setTimeout(start, 50);
  };
  return { restart, stop };
}
