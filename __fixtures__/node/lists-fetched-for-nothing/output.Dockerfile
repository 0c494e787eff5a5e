FROM node:20-slim AS builder
WORKDIR /app
RUN apt-get update && mkdir -p /data && chown node:node /data
COPY package.json .
RUN npm install --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
RUN mkdir -p /data && chown node:node /data
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
