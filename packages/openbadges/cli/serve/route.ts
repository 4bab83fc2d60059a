import type { ServeWorld } from './serve-world.ts';
import type { ServerAnswer } from './server-answer.ts';
import type { ServerRequest } from './server-request.ts';
import type { VcIssuer } from './vc-issuer.ts';

/** A request, and what the path before the route says about it. */
export interface RoutedRequest {
  request: ServerRequest;
  issuer: VcIssuer;
  isProofOnly: boolean;
  /** What the path says behind the name of the route, decoded. */
  rest: string;
}

export type Route = (routed: RoutedRequest, world: ServeWorld) => Promise<ServerAnswer> | ServerAnswer;
