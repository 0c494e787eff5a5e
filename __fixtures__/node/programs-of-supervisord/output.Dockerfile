FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y supervisor && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/schedule ./schedule
COPY --from=builder /app/dist ./dist
COPY ops/supervisord.conf /etc/supervisord.conf
COPY ops/worker.conf /etc/supervisor/conf.d/
EXPOSE 3000
CMD ["supervisord", "-c", "/etc/supervisord.conf"]
