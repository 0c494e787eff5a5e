FROM node:20 AS builder
WORKDIR /srv/gallery
COPY package.json ./
RUN npm install

FROM node:20-slim AS runtime
WORKDIR /srv/gallery
COPY --from=builder /srv/gallery/node_modules ./node_modules
COPY . .
RUN mkdir -p tmp && chown -R node:node styles tmp
USER node
EXPOSE 3000
CMD ["node", "server.js"]
