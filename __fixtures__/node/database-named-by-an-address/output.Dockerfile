FROM node:20 AS builder
WORKDIR /srv/orchard
COPY package.json ./
RUN npm install

FROM node:20-slim AS runtime
WORKDIR /srv/orchard
COPY --from=builder /srv/orchard/node_modules ./node_modules
COPY . .
RUN mkdir -p stock visits && chown node:node stock visits
USER node
EXPOSE 3000
CMD ["node", "server.js"]
