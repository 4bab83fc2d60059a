export { forgetCredentials } from './forget-credentials.ts';
export { type CredentialOrder, issueCredentials } from './issue-credentials.ts';
export type { Credential, CredentialStanding } from './model.ts';
export { setStanding, setStandings } from './set-standing.ts';
export { findCredential, findCredentialOfAward } from './store.ts';
