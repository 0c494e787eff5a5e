FROM node:14 AS builder
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm install --production

FROM node:14-slim AS runtime
WORKDIR /usr/src/app
COPY --from=builder /usr/src/app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD [ "node", "server.js" ]
