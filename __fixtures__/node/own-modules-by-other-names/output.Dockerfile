FROM node:20 AS builder
WORKDIR /srv/harbour
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /srv/harbour
COPY --from=builder /srv/harbour/package.json ./
COPY --from=builder /srv/harbour/node_modules ./node_modules
COPY --from=builder /srv/harbour/tides ./tides
COPY --from=builder /srv/harbour/charts/quays.js ./charts/quays.js
COPY --from=builder /srv/harbour/dist ./dist
USER node
EXPOSE 3000
CMD ["npm", "start"]
