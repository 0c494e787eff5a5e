FROM node:20 AS builder
RUN npm install -g typescript@5.4.5
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN tsc
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
