FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x scripts/check-sources.sh && npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app ./
RUN mkdir uploads && chown -R node:node uploads dist
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
