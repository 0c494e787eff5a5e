FROM node:20 AS builder
WORKDIR /srv/fleet
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /srv/fleet
COPY --from=builder /srv/fleet/package.json ./
COPY --from=builder /srv/fleet/node_modules ./node_modules
COPY --from=builder --chown=node:node /srv/fleet/schema ./schema
COPY --from=builder /srv/fleet/dist ./dist
RUN chown node:node /srv/fleet
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
