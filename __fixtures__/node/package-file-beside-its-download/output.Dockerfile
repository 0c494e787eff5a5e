FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y wget
RUN wget -qO /tmp/render.deb https://tools.example.com/render.deb && apt-get install -y /tmp/render.deb
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y wget
RUN wget -qO /tmp/render.deb https://tools.example.com/render.deb && apt-get install -y /tmp/render.deb
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
