// Public pages under load: a hub in a process of its own, asked by autocannon from this one.
// node bench/pages.mjs [signed badges] [stored badges besides] [seconds each]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import autocannon from 'autocannon';

const [signed = '200', stored = '0', seconds = '5'] = process.argv.slice(2);
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const program = fileURLToPath(new URL('./pages-hub.ts', import.meta.url));
const hub = fork(program, [signed, stored], {
  execArgv: ['--conditions=openbadges-source', '--import', tsx],
  env: { ...process.env, NODE_ENV: 'production' },
});
const [{ address, paths }] = await once(hub, 'message');

/** User and system time of a process in milliseconds, where the system tells (Linux). */
function cpuTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch (error) {
    if (error.code === 'ENOENT') return Number.NaN;
    throw error;
  }
}

async function load(name, headers, part = '', asked = paths.map((path) => path + part)) {
  const before = cpuTime(hub.pid);
  const requests = asked.map((path) => ({ method: 'GET', path, headers }));
  const {
    requests: rate,
    latency,
    non2xx,
  } = await autocannon({ url: address, connections: 20, duration: Number(seconds), requests });
  const perCore = Math.round((1000 * rate.total) / (cpuTime(hub.pid) - before));
  const columns = [Math.round(rate.average), latency.p50, latency.p99, perCore, non2xx];
  console.log(name.padEnd(44) + columns.map((column) => String(column).padStart(12)).join(''));
}

console.log(`Node ${process.version}, ${signed} badges asked for in turn, ${stored} more stored, 20 connections\n`);
console.log(
  ' '.repeat(44) + ['req/s', 'p50 ms', 'p99 ms', 'per core', 'not 2xx'].map((word) => word.padStart(12)).join(''),
);
await load('(warming up)', { accept: 'text/html' });
await load('page, readers without cookies', { accept: 'text/html' });
await load('page, drawn anew for each reader', { accept: 'text/html', cookie: '__Host-theme=dark; theme=dark' });
await load('credential JSON', { accept: 'application/vc+ld+json' });
await load('baked PNG', {}, '/badge.png');
await load('/healthz, for comparison', {}, '', ['/healthz']);
hub.disconnect();
