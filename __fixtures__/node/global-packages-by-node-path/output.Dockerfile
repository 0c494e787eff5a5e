FROM node:20 AS builder
ENV NODE_PATH=/usr/local/lib/node_modules
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
RUN npm install -g dayjs@1.11.10 && npm cache clean --force
ENV NODE_PATH=/usr/local/lib/node_modules
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
