FROM node:20 AS builder
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
RUN npm install --include=dev
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
