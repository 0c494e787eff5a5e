FROM node:20 AS builder
WORKDIR /srv/depot
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /srv/depot
COPY --from=builder /srv/depot/package.json ./
COPY --from=builder /srv/depot/node_modules ./node_modules
COPY --from=builder /srv/depot/jobs ./jobs
COPY --from=builder /srv/depot/pages ./pages
COPY --from=builder /srv/depot/routes ./routes
COPY --from=builder /srv/depot/lib/stock.js ./lib/stock.js
COPY --from=builder /srv/depot/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
