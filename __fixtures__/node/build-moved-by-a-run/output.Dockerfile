FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN cd client && npm install
RUN npm run build
RUN cd client && mv build ../public && rm -rf node_modules
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY . .
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/public ./public
USER node
EXPOSE 3000
CMD ["node", "server.js"]
