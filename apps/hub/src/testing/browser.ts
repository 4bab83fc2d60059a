import type { Hono } from 'hono';
import type { App } from '../kernel/app.ts';
import { cookieName } from '../web/cookies.ts';
import { mac } from '../web/csrf.ts';
import type { HubEnv } from '../web/env.ts';

type Fields = Record<string, string | string[] | File | File[]>;

/** A browser without JavaScript: keeps cookies, sends forms with their hidden value, does not follow by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: App;
  readonly #server: Hono<HubEnv>;

  constructor(app: App, server: Hono<HubEnv>) {
    this.#app = app;
    this.#server = server;
    this.cookies.set(this.#cookieName('visit'), 'a-visit');
  }

  /** Puts a session of an account into the browser. */
  signIn(token: string): this {
    this.cookies.set(this.#cookieName('session'), token);
    return this;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers: { accept: 'text/html', ...headers } });
  }

  /** The page as text, after following redirects. */
  async read(path: string): Promise<string> {
    return (await this.follow(await this.get(path))).text();
  }

  /** Sends a form: urlencoded, or multipart when a file is in it. */
  post(path: string, fields: Fields = {}): Promise<Response> {
    const form = new FormData();
    form.append('_csrf', mac(this.#app, 'a-visit'));
    for (const [name, value] of Object.entries(fields)) {
      for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
    }
    const hasFile = Object.values(fields)
      .flat()
      .some((value) => value instanceof File);
    const body = hasFile
      ? form
      : new URLSearchParams([...form.entries()].map(([name, value]) => [name, String(value)]));
    return this.#send(path, { method: 'POST', body, headers: { accept: 'text/html' } });
  }

  postJson(path: string, value: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, {
      method: 'POST',
      body: JSON.stringify(value),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': mac(this.#app, 'a-visit'),
        ...headers,
      },
    });
  }

  async follow(response: Response): Promise<Response> {
    let at = response;
    for (let hops = 0; at.status >= 300 && at.status < 400 && hops < 10; hops++) {
      const to = new URL(at.headers.get('location') ?? '/', this.#app.urls.base);
      at = await this.get(to.pathname + to.search);
    }
    return at;
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#server.request(this.#app.urls.page(path), { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (attributes.some((attribute) => attribute === 'Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
    return response;
  }

  #cookieName(name: string): string {
    return cookieName(name, new URL(this.#app.urls.base));
  }
}
