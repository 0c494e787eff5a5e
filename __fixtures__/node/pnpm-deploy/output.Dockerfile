FROM node:20 AS builder
RUN corepack enable
WORKDIR /repo
COPY package.json pnpm-workspace.yaml ./
COPY services/times/package.json ./services/times/
COPY shared/clock/package.json ./shared/clock/
RUN pnpm install
COPY . .
RUN pnpm --filter @ferries/times... build
RUN pnpm --filter @ferries/times deploy --prod /srv/times

FROM node:20-slim AS runtime
COPY --from=builder /srv/times /srv/times
WORKDIR /srv/times
USER node
EXPOSE 3000
CMD ["node", "dist/main.js"]
