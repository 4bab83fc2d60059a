import { expect, it } from 'vitest';

import { findViolations } from './boundaries.mjs';

const order = ['actors', 'accounts', 'awards'];

/** What is wrong with these files ({ path: text }), without the paths in front. */
function wrong(files) {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return findViolations({ files: list, order, libraryDependencies: ['jose'] }).map((line) =>
    line.replace(/^\S+: /, ''),
  );
}

const inModule = (file, ...specifiers) => ({
  [`apps/hub/src/modules/accounts/${file}`]: specifiers
    .map((specifier) => `import { x } from '${specifier}';`)
    .join('\n'),
});

it.each([
  ['the kernel', 'apps/hub/src/kernel/app.ts', '../platform/mail.ts', 'the kernel may not use the platform'],
  [
    'the platform',
    'apps/hub/src/platform/mail.ts',
    '../modules/accounts/index.ts',
    'the platform may not use a module',
  ],
  ['the web', 'apps/hub/src/web/page.ts', '../modules/accounts/index.ts', 'the web may not use a module'],
  ['an island', 'apps/hub/src/web/islands/tabs.ts', 'node:fs', 'an island may not use Node'],
  ['the library', 'packages/openbadges/src/verify.ts', 'node:crypto', 'the library may not use Node'],
  ['the library', 'packages/openbadges/src/verify.ts', 'hono', 'hono is not a dependency of the library'],
  ['a route', 'apps/hub/src/modules/accounts/routes/enter.ts', '../store.ts', 'a route or view may not use a store'],
  ['a view', 'apps/hub/src/modules/accounts/views.tsx', './store.ts', 'a route or view may not use a store'],
  ['a policy', 'apps/hub/src/modules/accounts/policy.ts', './store.ts', 'a model or policy may not use a store'],
  ['a store', 'apps/hub/src/modules/accounts/token-store.ts', './routes.ts', 'a store may not use a route or view'],
  ['a use case', 'apps/hub/src/modules/accounts/sign-in.ts', '../../web/page.ts', 'a use case may not use the web'],
  [
    'a use case',
    'apps/hub/src/modules/accounts/sign-in.ts',
    '../../platform/mail.ts',
    'a use case may not use the platform',
  ],
])('refuses that %s reaches out of its place (%s imports %s)', (_, path, specifier, reason) => {
  expect(wrong({ [path]: `import { x } from '${specifier}';` })).toEqual([`imports ${specifier}, but ${reason}`]);
});

it('lets modules use only the faces of modules above them', () => {
  const above = inModule('sign-in.ts', '../actors/index.ts');
  const below = inModule('sign-in.ts', '../awards/index.ts');
  const inner = inModule('sign-in.ts', '../actors/store.ts');
  const unknown = inModule('sign-in.ts', '../posts/index.ts');

  expect(wrong(above)).toEqual([]);
  expect(wrong(below)).toEqual(['imports ../awards/index.ts, but awards comes after accounts in order.json']);
  expect(wrong(inner)).toEqual(['imports ../actors/store.ts, but only index.ts of actors is for others']);
  expect(wrong(unknown)).toEqual(['imports ../posts/index.ts, but order.json does not list posts']);
});

it('lets a page read with its own store and change nothing by it', () => {
  const route = 'apps/hub/src/modules/accounts/routes/enter.ts';

  expect(wrong({ [route]: "import { findAccount, type Account, listSessions } from '../store.ts';" })).toEqual([]);
  expect(wrong({ [route]: "import { findAccount, endSession } from '../store.ts';" })).toEqual([
    'imports ../store.ts, but a route or view may not use a store',
  ]);
});

it('lets use cases and pages make pictures, and a model not', () => {
  const reason = 'imports ../../platform/pictures/index.ts, but a model or policy may not use the pictures';

  expect(wrong(inModule('keep-logo.ts', '../../platform/pictures/index.ts'))).toEqual([]);
  expect(wrong(inModule('model.ts', '../../platform/pictures/index.ts'))).toEqual([reason]);
});

it('lets a store know the types of another module but not its deeds', () => {
  const types = { 'apps/hub/src/modules/accounts/store.ts': "import type { Actor } from '../actors/index.ts';" };

  expect(wrong(types)).toEqual([]);
  expect(wrong(inModule('store.ts', '../actors/index.ts'))).toEqual([
    'imports ../actors/index.ts, but a store may use only types of another module',
  ]);
});

it('counts a file that uses only models as part of the model, and one that uses a store as a use case', () => {
  const pure = { ...inModule('policy.ts', './weak-password.ts'), ...inModule('weak-password.ts', './model.ts', 'zod') };
  const deed = { ...inModule('policy.ts', './weak-password.ts'), ...inModule('weak-password.ts', './store.ts') };

  expect(wrong(pure)).toEqual([]);
  expect(wrong(deed)).toEqual(['imports ./weak-password.ts, but a model or policy may not use a use case']);
});

it('finds imports in every form', () => {
  const path = 'apps/hub/src/kernel/app.ts';
  const forms = [
    "export * from '../platform/mail.ts';",
    "import '../platform/mail.ts';",
    "import {\n  a,\n  b,\n} from '../platform/mail.ts';",
    "const mail = await import('../platform/mail.ts');",
  ];

  for (const text of forms) expect(wrong({ [path]: text })).toHaveLength(1);
});

it('leaves composition and tests free, and the Node face of the library its Node', () => {
  const text = "import { x } from 'node:fs';\nimport { y } from './platform/mail.ts';";
  const free = ['apps/hub/src/main.ts', 'apps/hub/src/kernel/app.test.ts', 'apps/hub/src/testing/test-hub.ts'];

  for (const path of free) expect(wrong({ [path]: text })).toEqual([]);
  expect(wrong({ 'packages/openbadges/src/node.ts': "import { x } from 'node:fs';" })).toEqual([]);
});

it('wants network, clock and dice passed in to the library', () => {
  const path = 'packages/openbadges/src/verify/dates.ts';

  expect(wrong({ [path]: 'const now = Date.now();' })).toHaveLength(1);
  expect(wrong({ [path]: 'const answer = await fetch(url);' })).toHaveLength(1);
  expect(wrong({ [path]: 'async function load(url, { fetch }) { return fetch(url); }' })).toEqual([]);
  expect(wrong({ [path]: '// not Date.now()\nconst at = new Date(text);' })).toEqual([]);
});

it('refuses names that say nothing, and knows where the same word means something', () => {
  const bad = [
    'apps/hub/src/web/date-utils.ts',
    'apps/hub/src/helpers/x.ts',
    'apps/hub/src/kernel/mailManager.ts',
    'docs/user-data.md',
  ];
  const good = [
    'packages/openbadges/src/proof/data-integrity.ts',
    'packages/openbadges/src/base58.ts',
    'apps/hub/src/web/styles/base.css',
  ];

  for (const path of bad) expect(wrong({ [path]: '' })).toHaveLength(1);
  for (const path of good) expect(wrong({ [path]: '' })).toEqual([]);
});

it('refuses an empty catch, also with a comment in it', () => {
  const path = 'apps/hub/src/main.ts';

  expect(wrong({ [path]: `try { x(); } ${'catch'} {}` })).toHaveLength(1);
  expect(wrong({ [path]: `try { x(); } ${'catch'} (error) {\n  // fine\n}` })).toHaveLength(1);
  expect(wrong({ [path]: 'try { x(); } catch (error) { report(error); }' })).toEqual([]);
});
