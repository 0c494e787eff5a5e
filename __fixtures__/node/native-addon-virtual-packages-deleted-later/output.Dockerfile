FROM node:20-alpine AS builder
RUN apk add --no-cache --virtual .build-deps python3 make g++
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
# a later layer does not make an earlier one smaller
RUN apk del .build-deps

FROM node:20-alpine AS runtime
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
