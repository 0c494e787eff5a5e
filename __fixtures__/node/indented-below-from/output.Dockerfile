FROM node:20 AS builder
  WORKDIR /app

  # the locked versions
  COPY package.json package-lock.json ./
  RUN npm ci --omit=dev

FROM node:20-slim AS runtime
  WORKDIR /app
  COPY --from=builder /app/node_modules ./node_modules

  COPY . .
  ENV PORT=8080
  USER node
  EXPOSE 8080
  CMD ["node", "server.js"]
