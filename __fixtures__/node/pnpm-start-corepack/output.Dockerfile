FROM node:20 AS builder
RUN corepack enable
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm run build
RUN pnpm prune --prod

FROM node:20-slim AS runtime
RUN corepack enable
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder --chown=node:node /root/.cache/node/corepack /home/node/.cache/node/corepack
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["pnpm", "start"]
