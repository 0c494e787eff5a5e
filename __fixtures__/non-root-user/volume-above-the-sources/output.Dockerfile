FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install

FROM node:20-slim AS runtime
WORKDIR /app
VOLUME /app/data
EXPOSE 8080
COPY . .
COPY --from=builder /app/node_modules ./node_modules
RUN chown -R node:node data
USER node
CMD ["node", "server.js"]
