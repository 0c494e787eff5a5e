FROM node AS builder
WORKDIR /app
COPY package.json .
RUN npm i
COPY tsconfig.json .
COPY src src
RUN npx tsc
RUN npm prune --omit=dev

FROM node:slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD node dist/index.js
