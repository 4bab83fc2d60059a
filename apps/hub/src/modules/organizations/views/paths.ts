/** The page of an organization, by the short name that people read. */
export function organizationPath({ handle }: { handle: string }, more = ''): string {
  return `/organizations/${encodeURIComponent(handle)}${more}`;
}
