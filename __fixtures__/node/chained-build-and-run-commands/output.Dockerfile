FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
# the process manager first, then the service
RUN npm ci
COPY . .
RUN npm run build && mkdir -p logs
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends procps && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
RUN npm install -g pm2@5.4.3 && npm cache clean --force
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/ecosystem.config.js ./
COPY --from=builder /app/dist ./dist
COPY --from=builder --chown=node:node /app/logs ./logs
USER node
EXPOSE 3000
CMD ["pm2-runtime", "ecosystem.config.js"]
