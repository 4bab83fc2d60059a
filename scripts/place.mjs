/**
 * Where in the architecture a file is: `area`, and in a module its `module` and `kind`.
 * `free` is what may use everything: composition, tests, tools.
 */
export function describePlace(path) {
  if (/\.(test|e2e)\.\w+$|\/test-[^/]+$|\/testing\//.test(path)) return { area: 'free' };
  if (path.startsWith('apps/hub/messages/')) return { area: 'messages' };
  if (/^packages\/openbadges\/(src|cli)\//.test(path)) return libraryPlace(path);
  const inHub = /^apps\/hub\/src\/(.+)$/.exec(path)?.[1];
  const [area, ...rest] = inHub?.split('/') ?? [];
  if (area === 'modules') return modulePlace(rest);
  // Bytes in, bytes out: the one part of the platform that modules use directly.
  if (area === 'platform' && rest[0] === 'pictures') return { area: 'pictures' };
  if (area === 'web') return { area: rest[0] === 'islands' ? 'island' : 'web' };
  return { area: ['kernel', 'platform'].includes(area) ? area : 'free' };
}

function libraryPlace(path) {
  // What is bound to Node: the `./node` entry, what lies behind it, and the command line. Another is bound to browsers.
  if (/\/src\/node(\.ts|\/)|\/openbadges\/cli\//.test(path)) return { area: 'library', kind: 'library-node' };
  const isBrowser = /\/src\/browser(\.ts|\/)/.test(path);
  return { area: 'library', kind: isBrowser ? 'library-browser' : undefined };
}

function modulePlace([module, ...rest]) {
  return { area: 'module', module, kind: kindOf(rest) };
}

// Variants carry the kind at the end of their name (`ledger-store.ts`) or in their folder (`routes/claim.ts`).
function kindOf(rest) {
  const name = rest.at(-1) ?? '';
  if (name === 'index.ts' && rest.length === 1) return 'face';
  if (name.endsWith('.tsx') || ['routes', 'views'].includes(rest[0])) return 'page';
  const [, kind] = /(?:^|-)(model|policy|store|routes|views)\.ts$/.exec(name) ?? [];
  if (kind === 'routes' || kind === 'views') return 'page';
  if (kind === 'policy') return 'model';
  return kind ?? 'use-case';
}
