FROM node:20 AS builder
RUN mkdir /certs && openssl req -x509 -nodes -newkey rsa:2048 -keyout /certs/key.pem -out /certs/cert.pem -subj /CN=localhost
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends openssl && rm -rf /var/lib/apt/lists/*
RUN mkdir /certs && openssl req -x509 -nodes -newkey rsa:2048 -keyout /certs/key.pem -out /certs/cert.pem -subj /CN=localhost
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["node", "dist/server.js"]
