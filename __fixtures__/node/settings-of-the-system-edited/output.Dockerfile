FROM node:20 AS builder
# The old server speaks nothing newer.
RUN sed -i 's/^\[openssl_init\]/[openssl_init]\n# legacy peers/' /etc/ssl/openssl.cnf
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends openssl && rm -rf /var/lib/apt/lists/*
RUN sed -i 's/^\[openssl_init\]/[openssl_init]\n# legacy peers/' /etc/ssl/openssl.cnf
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
