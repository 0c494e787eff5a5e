FROM node:20-slim AS builder
RUN apt-get update
RUN apt-get install -y build-essential python3
RUN apt-get -o Acquire::Retries=3 install -y chromium
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
RUN apt-get update && apt-get -o Acquire::Retries=3 install -y chromium && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
CMD ["node", "dist/server.js"]
