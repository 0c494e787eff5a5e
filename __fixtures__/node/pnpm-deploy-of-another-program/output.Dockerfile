FROM node:20 AS builder
RUN corepack enable
WORKDIR /repo
COPY package.json pnpm-workspace.yaml ./
COPY services/times/package.json ./services/times/
COPY shared/clock/package.json ./shared/clock/
RUN pnpm install
COPY . .
RUN pnpm -r build
RUN pnpm --filter @ferries/times deploy --prod /srv/times

FROM node:20-slim AS runtime
WORKDIR /repo
COPY --from=builder /repo/package.json ./
COPY --from=builder /repo/services ./services
COPY --from=builder /repo/shared ./shared
COPY --from=builder /repo/node_modules ./node_modules
USER node
EXPOSE 3000
CMD ["node", "services/times/dist/main.js"]
