FROM node:20 AS builder
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN --mount=type=secret,id=npm_token corepack enable \
    && pnpm config set //npm.acme.example/:_authToken "\${NPM_TOKEN}" \
    && NPM_TOKEN="$(cat /run/secrets/npm_token)" pnpm install --frozen-lockfile
COPY tsconfig.json ./
COPY src ./src
RUN pnpm build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
