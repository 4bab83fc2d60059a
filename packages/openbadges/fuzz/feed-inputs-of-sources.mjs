// The thread that feeds a target: a new thread does not know the loader for TypeScript yet.
import { register } from 'tsx/esm/api';

register();
await import('./feed-inputs.ts');
