FROM node:20 AS builder
USER node
WORKDIR /home/node/app
ARG NPM_TOKEN
COPY --chown=node package.json package-lock.json .npmrc ./
RUN npm ci
COPY --chown=node tsconfig.json ./
COPY --chown=node src ./src
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /home/node/app/node_modules ./node_modules
COPY --from=builder /home/node/app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
