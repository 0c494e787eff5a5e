FROM node:20 AS builder
WORKDIR /app
ARG NPM_TOKEN
COPY package.json pnpm-lock.yaml ./
RUN corepack enable \
    && pnpm config set //npm.acme.example/:_authToken "$NPM_TOKEN" \
    && pnpm install --frozen-lockfile
COPY tsconfig.json ./
COPY src ./src
RUN pnpm build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
