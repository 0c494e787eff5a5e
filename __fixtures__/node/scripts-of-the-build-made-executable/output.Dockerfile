FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x scripts/check-sources.sh scripts/release.sh \
    && sed -i 's/sources are there/all there/' scripts/check-sources.sh
RUN npm run build
RUN mkdir -p /var/lib/shells && chown -R node:node scripts dist /var/lib/shells
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder --chown=node:node /app/dist ./dist
RUN mkdir -p /var/lib/shells && chown -R node:node /var/lib/shells
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
