FROM node:20-alpine AS builder
RUN apk add --no-cache build-base fontconfig
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM node:20-alpine AS runtime
RUN apk add --no-cache fontconfig
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY fonts /usr/share/fonts/orders
RUN fc-cache -f
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
