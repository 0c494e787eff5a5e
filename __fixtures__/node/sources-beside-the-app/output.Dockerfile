FROM node:20-alpine AS builder
WORKDIR /app
COPY ./common ./common
COPY ./server ./server
WORKDIR /app/server
RUN npm ci
RUN npm run build

FROM node:20-alpine AS runtime
WORKDIR /app
COPY --from=builder /app/server/package.json ./server/package.json
WORKDIR /app/server
COPY --from=builder /app/server/dist/index.js ./dist/index.js
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
