export { type AwardAchievement, awardAchievement } from './award-achievement.ts';
export { changeAward, type IssuerVerb } from './change-award.ts';
export { claimTokenHash, makeAwards } from './make-awards.ts';
export { type Award, type AwardState, type Evidence, isAccepted, possibleVerbs, type Recipient } from './model.ts';
export { noteSent } from './note-sent.ts';
export { maySeeAward, whyNotAward } from './policy.ts';
export {
  countAwardsByState,
  countHolders,
  findAward,
  findAwardByToken,
  listAwards,
  listWaitingFor,
  lockAward,
  markBounced,
  markOpened,
  markSent,
  updateAwardState,
} from './store.ts';
