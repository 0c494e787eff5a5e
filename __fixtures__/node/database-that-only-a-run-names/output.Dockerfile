FROM node:20 AS builder
WORKDIR /srv/apiary
COPY package.json ./
RUN npm install

FROM node:20-slim AS runtime
WORKDIR /srv/apiary
COPY --from=builder /srv/apiary/node_modules ./node_modules
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
