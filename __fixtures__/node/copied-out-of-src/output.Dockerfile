FROM node:20 AS builder
WORKDIR /src
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# what the service needs, and nothing else
RUN mkdir -p /srv/bridge/data \
    && cp -r build config node_modules /srv/bridge/

FROM node:20-slim AS runtime
RUN mkdir -p /srv/bridge/data
COPY --from=builder /srv/bridge/build /srv/bridge/build
COPY --from=builder /srv/bridge/config /srv/bridge/config
COPY --from=builder /srv/bridge/node_modules /srv/bridge/node_modules
WORKDIR /srv/bridge
ENV NODE_ENV=production
EXPOSE 9005
CMD ["node", "build/bridge.js", "-p", "9005"]
