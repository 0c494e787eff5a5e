FROM node:20 AS builder
USER node
WORKDIR /home/node/app
COPY --chown=node package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npm_token,uid=1000 NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci
COPY --chown=node tsconfig.json ./
COPY --chown=node src ./src
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /home/node/app/node_modules ./node_modules
COPY --from=builder /home/node/app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
