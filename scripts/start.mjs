// Starts the hub from a fresh clone: installs, builds and runs what is needed. Only Node itself is required.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Badge Alliance needs Node 20.19 or later, and this is ${process.versions.node}. Get it from https://nodejs.org`,
  );
  process.exit(1);
}

import('./run.mjs').then(({ run }) => run(process.argv.slice(2)));
