FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y wget && rm -rf /var/lib/apt/lists/*
RUN wget -qO /usr/local/bin/await-http https://scripts.example.com/await-http && chmod +x /usr/local/bin/await-http
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y wget && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/bin/await-http /usr/local/bin/await-http
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["sh", "-c", "await-http db:8080 && exec node server.js"]
