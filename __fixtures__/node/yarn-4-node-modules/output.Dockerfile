FROM node:20 AS builder
# yarn itself comes from the npm registry
ENV COREPACK_NPM_REGISTRY=https://registry.npmjs.org
RUN corepack enable
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
COPY . .
RUN yarn build
RUN yarn workspaces focus --production

FROM node:20-slim AS runtime
ENV COREPACK_NPM_REGISTRY=https://registry.npmjs.org
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
