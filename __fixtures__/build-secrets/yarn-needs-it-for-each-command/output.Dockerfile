FROM node:20 AS builder
WORKDIR /app
COPY package.json yarn.lock .npmrc ./
RUN --mount=type=secret,id=npm_token NPM_TOKEN="$(cat /run/secrets/npm_token)" yarn install --frozen-lockfile
COPY tsconfig.json ./
COPY src ./src
RUN --mount=type=secret,id=npm_token NPM_TOKEN="$(cat /run/secrets/npm_token)" yarn build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
