FROM node:20 AS builder
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app ./
USER node
CMD ["node", "dist/index.js"]
