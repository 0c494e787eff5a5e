FROM node:20 AS builder

# quiet, but for what goes wrong
ENV NPM_CONFIG_LOGLEVEL=warn

WORKDIR /app

ARG PORT=8080
ENV PORT=$PORT

COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-slim AS runtime
ENV NPM_CONFIG_LOGLEVEL=warn
WORKDIR /app

# 8080 by default; the load balancer asks there
ARG PORT=8080
ENV PORT=$PORT
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE $PORT
CMD ["node", "server.js"]
