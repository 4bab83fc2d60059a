export { loadDemo } from './load-demo.ts';
export { openDemo } from './open-demo.ts';
export { removeDemo } from './remove-demo.ts';
export { demoRoutes } from './routes.ts';
