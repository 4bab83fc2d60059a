// A thread of the proof pool that ends at documents with the id `urn:ends-thread:always`, and at those with
// `urn:ends-thread:<path>` as long as that file is there, which it takes away first.
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import('../node/proof-worker.ts');
parentPort.on('message', ({ rows = [] }) => {
  for (const [index, row] of rows.entries()) {
    const when = /"urn:ends-thread:([^"]+)"/.exec(row)?.[1];
    if (!when || (when !== 'always' && !taken(when))) continue;
    Atomics.store(new Int32Array(workerData), 0, index);
    process.exit(3);
  }
});

function taken(path) {
  try {
    rmSync(path);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}
