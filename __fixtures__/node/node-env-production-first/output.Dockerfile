FROM node:20 AS builder
ENV NODE_ENV=production
WORKDIR /app
COPY package*.json ./
RUN npm install

FROM node:20-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
