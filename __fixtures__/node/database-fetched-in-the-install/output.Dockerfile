FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm install --omit=dev

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libcurl4 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /root/.cache/mongodb-binaries /root/.cache/mongodb-binaries
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
