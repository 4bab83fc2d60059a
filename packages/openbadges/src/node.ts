export { type GuardedFetchOptions, guardedFetch } from './node/guarded-fetch.ts';
export { nodeCompression } from './node/node-compression.ts';
export { nodeCryptography, nodeHexHash } from './node/node-cryptography.ts';
export { type NodeEnvironmentOptions, nodeEnvironment } from './node/node-environment.ts';
export { nodeSdTools } from './node/node-sd-tools.ts';
export { nodeTools } from './node/node-tools.ts';
export {
  type CheckedRow,
  type IssuedRow,
  type PoolKey,
  type ProofPool,
  type ProofPoolOptions,
  proofPool,
  type Rows,
} from './node/proof-pool.ts';
export { type ExportableKey, generateSigningKey, importSigningKey } from './node/signing-keys.ts';
