FROM node:20 AS builder
WORKDIR /srv/shop
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
WORKDIR /srv/shop
EXPOSE 3000
# Nobody needs root from here on.
RUN groupadd -r shop && useradd -r -g shop shop && chown shop:shop /srv/shop
COPY --from=builder --chown=shop:shop /srv/shop/package.json ./
COPY --from=builder --chown=shop:shop /srv/shop/uploads ./uploads
COPY --from=builder --chown=shop:shop /srv/shop/dist ./dist
USER shop
CMD ["node", "dist/server.js"]
