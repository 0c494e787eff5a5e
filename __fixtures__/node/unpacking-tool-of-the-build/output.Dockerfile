FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y --no-install-recommends tini unzip
COPY seed.zip /tmp/
RUN mkdir -p /opt/seed && unzip -q /tmp/seed.zip -d /opt/seed && rm /tmp/seed.zip
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
COPY --from=builder /opt/seed /opt/seed
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
