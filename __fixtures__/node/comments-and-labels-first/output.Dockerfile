# Orders service
# maintained by the platform team
FROM node:20 AS builder

# where the program lives
WORKDIR /app

# first, so that the layer is cached
COPY package*.json ./
RUN npm ci

# compile
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime

LABEL maintainer="platform@example.com"
EXPOSE 3000
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node

# start
CMD ["node", "dist/index.js"]
