import type { BadgeError } from '../../src/model/badge-error.ts';
import { type FoundProblem, type ProblemDetails, problemDetails } from '../../src/verify/problem-details.ts';
import type { ServerAnswer } from './server-answer.ts';

/** A no to a request: an HTTP status, and why. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly problems: ProblemDetails[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    found: FoundProblem | BadgeError | ProblemDetails[],
    headers: Record<string, string> = {},
  ) {
    super(`${status}`);
    this.status = status;
    this.problems = Array.isArray(found) ? found : [problemDetails(found)];
    this.headers = headers;
  }

  /** RFC 9457: the first problem is the answer; all of them are in it. */
  get answer(): ServerAnswer {
    const [first] = this.problems;
    return {
      status: this.status,
      headers: { 'content-type': 'application/problem+json', ...this.headers },
      body: {
        ...(first ?? { type: 'about:blank', title: 'Problem' }),
        status: this.status,
        problemDetails: this.problems,
        errors: this.problems.map(({ detail }) => detail),
      },
    };
  }
}
