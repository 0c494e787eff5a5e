FROM node:20 AS builder

WORKDIR /usr/src/app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-slim AS runtime
WORKDIR /usr/src/app
COPY --from=builder /usr/src/app/package.json ./
COPY --from=builder /usr/src/app/node_modules ./node_modules
COPY ./server.js ./
COPY lib ./lib
USER node

EXPOSE 3000
CMD ["npm","start"]
