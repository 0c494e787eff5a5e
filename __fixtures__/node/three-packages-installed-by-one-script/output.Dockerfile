FROM node:20 AS builder
WORKDIR /app
COPY . .
RUN npm run install-all && npm run build

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/server/package.json ./server/package.json
COPY --from=builder /app/server/index.js ./server/index.js
COPY --from=builder /app/package.json ./
COPY --from=builder /app/server/node_modules ./server/node_modules
COPY --from=builder /app/client/dist ./client/dist
COPY --from=builder /app/node_modules ./node_modules
USER node
EXPOSE 3000
CMD ["npm", "start"]
