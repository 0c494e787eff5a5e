FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y curl xz-utils && rm -rf /var/lib/apt/lists/*
RUN curl -sSLo /tmp/probe.tar.xz https://tools.example.com/probe.tar.xz && tar -xJf /tmp/probe.tar.xz -C /usr/local/bin probe && rm /tmp/probe.tar.xz
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/bin/probe /usr/local/bin/probe
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["sh", "-c", "probe --once; exec node server.js"]
