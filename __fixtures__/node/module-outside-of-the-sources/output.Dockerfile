FROM node:20 AS builder
WORKDIR /srv/orders
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /srv/orders
COPY --from=builder /srv/orders/package.json ./
COPY --from=builder /srv/orders/node_modules ./node_modules
COPY --from=builder /srv/orders/limits.json ./
COPY --from=builder /srv/orders/config ./config
COPY --from=builder /srv/orders/lib ./lib
USER node
EXPOSE 3000
CMD ["node", "lib/server.js"]
