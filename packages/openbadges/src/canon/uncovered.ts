/**
 * Thrown inside the compiled canonicaliser, and never seen outside: the document or context has something that jsonld
 * decides, be it a rare feature or an error that deserves its own name. One object, because a stack would cost more.
 */
export const uncovered = new Error('Left to jsonld');
