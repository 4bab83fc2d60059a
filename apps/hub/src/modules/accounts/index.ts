export { type CreatedPerson, createPerson, type NewPerson } from './create-person.ts';
export { type Entered, enterByProof, type Proof } from './enter-by-proof.ts';
export {
  addPersonalPart,
  type EmailVerifiedListener,
  onEmailVerified,
  type PersonalPart,
  type VerifiedAddress,
} from './hooks.ts';
export { actorOf } from './load-actor.ts';
export { type MadeAlliance, type MakeAlliance, makeAlliance } from './make-alliance.ts';
export type { CurrentSession } from './recognise-session.ts';
export { enter } from './routes/enter.ts';
export type { OpenDemo } from './routes/first-run.tsx';
export { sessionOf } from './routes/session-of.ts';
export { accountRoutes } from './routes.ts';
export { startSession } from './start-session.ts';
export { findPersonByVerifiedEmail, listVerifiedEmails } from './store.ts';
export { sweepSessions } from './sweep-sessions.ts';
export { beginTies, type NewTie, type TieRow } from './tie-store.ts';
