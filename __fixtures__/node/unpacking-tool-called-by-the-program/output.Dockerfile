FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl unzip
RUN curl -sSLo /tmp/seed.zip https://seeds.example.com/seed.zip && unzip -q /tmp/seed.zip -d /opt/seed
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates unzip && rm -rf /var/lib/apt/lists/*
COPY --from=builder /opt/seed /opt/seed
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
