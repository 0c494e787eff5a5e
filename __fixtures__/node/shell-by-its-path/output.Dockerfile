FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN ["/usr/bin/bash", "-c", "npm install-clean"]
COPY . .
RUN /usr/bin/bash -c 'npm run build'

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["/usr/bin/bash", "-c", "exec node dist/server.js"]
