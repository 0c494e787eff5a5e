FROM node:20 AS builder
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN npm ci --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY . .
COPY --from=builder /app/client/dist ./client/dist
COPY --from=builder /app/node_modules ./node_modules
USER node
EXPOSE 5000
CMD ["node", "server.js"]
