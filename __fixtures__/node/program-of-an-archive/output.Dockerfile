FROM node:22 AS builder

# waits for the database
ARG DOCKERIZE_VERSION=v0.9.3
RUN curl -sfL https://github.com/powerman/dockerize/releases/download/$DOCKERIZE_VERSION/dockerize-linux-amd64-$DOCKERIZE_VERSION.tar.gz \
    | tar -C /usr/local/bin -xzv

WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:22-slim AS runtime
COPY --from=builder /usr/local/bin/dockerize /usr/local/bin/dockerize
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node

EXPOSE 3000
CMD ["dockerize", "-wait", "tcp://db:5432", "node", "dist/index.js"]
