import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const namespace = 'lazy-commonjs';
const inside = { fromLazyCommonjs: true };

/**
 * Gives a CommonJS package that is imported with `await import()` the same named exports in the bundle as in Node.
 * esbuild alone gives it a default export only.
 */
export const lazyCommonjs = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === inside || path.startsWith('node:')) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, pluginData: inside });
      if (found.errors.length > 0 || found.external || !isCommonjs(found.path)) return undefined;
      return { path: found.path, namespace };
    });
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => {
      const names = Object.keys(await import(pathToFileURL(path).href))
        .filter(isPlainName)
        .join(', ');
      const contents = `const whole = require(${JSON.stringify(path)});\nexport default whole;\nexport const { ${names} } = whole;`;
      return { contents, resolveDir: dirname(path) };
    });
  },
};

function isPlainName(name) {
  return name !== 'default' && /^[A-Za-z_$][\w$]*$/.test(name);
}

function isCommonjs(path) {
  if (path.endsWith('.cjs')) return true;
  return path.endsWith('.js') && !isInModulePackage(dirname(path));
}

function isInModulePackage(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).type === 'module';
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return folder !== dirname(folder) && isInModulePackage(dirname(folder));
  }
}
