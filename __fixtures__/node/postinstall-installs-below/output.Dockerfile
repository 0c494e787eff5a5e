FROM node:20 AS builder
WORKDIR /app
COPY . .
RUN npm install
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY . .
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/server/node_modules ./server/node_modules
USER node
EXPOSE 3000
CMD ["npm", "start"]
