// A thread of the proof pool as it runs in the source tree; the package has dist/node/proof-worker.js.
import { register } from 'tsx/esm/api';

register();
await import('../src/node/proof-worker.ts');
