FROM node:20 AS builder
WORKDIR /app
# sources
COPY . .
RUN npm ci --silent \
    && npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app ./
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
