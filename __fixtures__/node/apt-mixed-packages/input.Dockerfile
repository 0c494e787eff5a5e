FROM node:20-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
    # for the native addon
    python3 make g++ \
    # the first process
    tini \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
