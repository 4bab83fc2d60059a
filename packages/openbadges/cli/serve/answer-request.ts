import { explainRoute, suitesConfigRoute } from './explain-routes.ts';
import { HttpRefusal } from './http-refusal.ts';
import { didKeyRoute, identifiersRoute } from './identifiers-route.ts';
import { deriveRoute, issueRoute, proveRoute } from './issue-routes.ts';
import { placeOf } from './place-of.ts';
import type { Route } from './route.ts';
import type { ServeWorld } from './serve-world.ts';
import type { ServerAnswer } from './server-answer.ts';
import type { ServerRequest } from './server-request.ts';
import { createListRoute, publishListRoute, readListRoute, setStatusRoute } from './status-routes.ts';
import { verifyCredentialRoute, verifyPresentationRoute } from './verify-routes.ts';

type Methods = Partial<Record<'GET' | 'POST', Route>>;

const challengeRoute: Route = (_, { challenges }) => ({ status: 200, body: { challenge: challenges.create() } });

const routes: [pattern: RegExp, methods: Methods][] = [
  [/^$/, { GET: explainRoute }],
  [/^localConfig\.cjs$/, { GET: suitesConfigRoute }],
  [/^credentials\/issue$/, { POST: issueRoute }],
  [/^credentials\/verify$/, { POST: verifyCredentialRoute }],
  [/^credentials\/derive$/, { POST: deriveRoute }],
  [/^credentials\/status$/, { POST: setStatusRoute }],
  [/^presentations\/verify$/, { POST: verifyPresentationRoute }],
  [/^presentations(?:\/prove)?$/, { POST: proveRoute }],
  [/^status-lists$/, { POST: createListRoute }],
  [/^status-lists\/([\w-]+)$/, { GET: readListRoute }],
  [/^status-lists\/([\w-]+)\/publish$/, { POST: publishListRoute }],
  [/^challenges$/, { POST: challengeRoute }],
  [/^did-key\/(?:1\.0\/)?identifiers\/(.+)$/, { GET: didKeyRoute }],
  [/^(?:1\.0\/)?identifiers\/(.+)$/, { GET: identifiersRoute }],
];

/** Finds the route of a request and answers. Throws an `HttpRefusal` or a `BadgeError` where the answer is no. */
export async function answerRequest(request: ServerRequest, world: ServeWorld): Promise<ServerAnswer> {
  const place = placeOf(request.path, world.issuers, world.isTestMode);
  for (const [pattern, methods] of routes) {
    const found = place && pattern.exec(place.rest);
    if (!found) continue;
    const route = methods[request.method === 'HEAD' ? 'GET' : (request.method as 'GET')];
    if (!route) throw wrongMethod(Object.keys(methods));
    return route({ request, ...place, rest: decoded(found[1] ?? '') }, world);
  }
  throw new HttpRefusal(404, {
    code: 'http.not-found',
    sentence: 'There is nothing at this path. GET / says what there is.',
  });
}

function wrongMethod(methods: string[]): HttpRefusal {
  const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  const sentence = `This path answers ${allow.join(' and ')}.`;
  return new HttpRefusal(405, { code: 'http.method', sentence }, { allow: allow.join(', ') });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError)
      throw new HttpRefusal(400, { code: 'encoding.invalid', sentence: 'The path is not encoded properly.' });
    throw error;
  }
}
