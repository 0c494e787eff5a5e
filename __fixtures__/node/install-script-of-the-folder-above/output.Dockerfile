FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
COPY .npmrc ./
COPY server ./server
RUN npm run install-server --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/server/node_modules ./server/node_modules
USER node
EXPOSE 3000
CMD ["npm", "run", "server"]
