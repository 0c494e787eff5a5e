FROM node:20 AS builder

# the pages
WORKDIR /srv/client
COPY client/package*.json ./
RUN npm ci
COPY client/ ./
RUN npm run build

# the program that serves them
WORKDIR /srv/server
COPY server/package*.json ./
RUN npm ci --omit=dev

FROM node:20-slim AS runtime
WORKDIR /srv/client
COPY --from=builder /srv/client/dist ./dist
WORKDIR /srv/server
COPY --from=builder /srv/server/node_modules ./node_modules
COPY server/ ./
USER node
EXPOSE 5000
CMD ["node", "index.js"]
