export { issuerShelf } from './issuer-shelf.tsx';
export { exploreRoutes } from './routes.ts';
