export { showingRoutes } from './routes.ts';
