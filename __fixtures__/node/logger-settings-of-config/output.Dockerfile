FROM node:20 AS builder
WORKDIR /usr/src/parcels
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-slim AS runtime
WORKDIR /usr/src/parcels
COPY --from=builder /usr/src/parcels/node_modules ./node_modules
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
