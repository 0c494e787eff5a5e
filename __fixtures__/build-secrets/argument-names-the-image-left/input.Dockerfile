ARG REGISTRY_TOKEN
FROM registry.example.com/${REGISTRY_TOKEN}/node:20 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
