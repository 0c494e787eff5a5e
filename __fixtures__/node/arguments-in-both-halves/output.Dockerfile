ARG NODE_VERSION=20
FROM node:${NODE_VERSION} AS builder
ARG GIT_SHA=unknown
ARG TARGET=es2022
ENV GIT_SHA=${GIT_SHA} \
    PORT=3000
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npx tsc --target ${TARGET}
RUN npm prune --omit=dev

FROM node:${NODE_VERSION}-slim AS runtime
ARG GIT_SHA=unknown
ENV GIT_SHA=${GIT_SHA} \
    PORT=3000
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
LABEL org.opencontainers.image.revision=${GIT_SHA}
USER node
EXPOSE ${PORT}
CMD ["node", "dist/index.js"]
