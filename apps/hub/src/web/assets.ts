import { existsSync, readFileSync } from 'node:fs';
import type { MiddlewareHandler } from 'hono';
import type { HubEnv } from './env.ts';

export interface Assets {
  address(name: string): string;
  serve: MiddlewareHandler<HubEnv>;
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  wasm: 'application/wasm',
};

/** Built files under `/assets/`, named by their content and therefore kept for a year. */
export function loadAssets(folder: string): Assets {
  const path = `${folder}/manifest.json`;
  const manifest: Record<string, string> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const kept = new Map<string, Buffer>();
  return {
    address: (name) => manifest[name] ?? `/assets/${name}`,
    serve: async (c) => {
      const name = c.req.path.slice('/assets/'.length);
      if (!/^[\w.-]+(\/[\w.-]+)*$/.test(name) || name.includes('..') || !existsSync(`${folder}/${name}`))
        return c.notFound();
      let bytes = kept.get(name);
      if (!bytes) {
        bytes = readFileSync(`${folder}/${name}`);
        kept.set(name, bytes);
      }
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': types[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    },
  };
}
