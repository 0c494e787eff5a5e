FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends procps && rm -rf /var/lib/apt/lists/*
RUN npm install -g pm2@5.4.3 && npm cache clean --force
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/processes.yml ./
COPY --from=builder /app/dist ./dist
RUN mkdir -p var && chown node:node var
USER node
EXPOSE 3000
CMD ["pm2-runtime", "start", "processes.yml"]
