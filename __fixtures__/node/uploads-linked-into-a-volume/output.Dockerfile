FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# Uploads outlive the container.
RUN mkdir -p /data/uploads && rm -rf uploads && ln -s /data/uploads uploads

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
RUN mkdir -p /data/uploads && ln -s /data/uploads uploads
RUN chown -R node:node /data
VOLUME /data
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
