import { OpenAPIHono } from '@hono/zod-openapi';
import { Problem, VerifyAnswer, VerifyRequest } from './api-schemas.ts';

const bytes = { schema: { type: 'string', format: 'binary' } } as const;
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** OpenAPI 3.1, made of the schemas that requests are parsed with. */
export function apiDocument(base: string) {
  const api = new OpenAPIHono();
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/v1/verify',
    operationId: 'verify',
    summary: 'Verify one badge',
    description:
      'Open Badges 0.5 to 3.0, as document, picture or address. Every answer has status 200; the verdict is in it.',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: VerifyRequest },
          'application/vc': bytes,
          'application/vc+ld+json': bytes,
          'text/plain': { schema: { type: 'string' } },
          'image/png': bytes,
          'image/svg+xml': bytes,
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'string', format: 'binary' }, recipient: { type: 'string' } },
            },
          },
        },
      },
    },
    responses: {
      200: { description: 'What was found', content: { 'application/json': { schema: VerifyAnswer } } },
      400: problem('The request was not understood'),
      413: problem('The body is too large'),
      429: problem('Too many requests; Retry-After says when to come again'),
    },
  });
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Badge Alliance', version: '1' },
    servers: [{ url: base }],
  });
}
