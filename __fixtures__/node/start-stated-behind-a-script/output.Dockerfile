# msb-migrate: start node dist/index.js
FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN printf '#!/bin/sh\nexec node "$MAIN"\n' > /usr/local/bin/run.sh && chmod +x /usr/local/bin/run.sh
RUN npm prune --omit=dev

FROM node:20 AS runtime
WORKDIR /app
COPY package*.json ./
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY . .
COPY --from=builder /app/dist ./dist
COPY --from=builder /usr/local/bin/run.sh /usr/local/bin/run.sh
ENV MAIN=dist/index.js
EXPOSE 3000
ENTRYPOINT ["run.sh"]
