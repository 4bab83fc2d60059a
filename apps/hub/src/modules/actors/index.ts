export { type ActorProfile, handleFrom } from './model.ts';
export { refuseEnded } from './refuse-ended.ts';
export {
  type ActorChange,
  findActor,
  findActorByHandle,
  findAlliance,
  insertActor,
  listActors,
  type NewActor,
  updateActor,
} from './store.ts';
