FROM node:20 AS builder
RUN apt-get update && apt-get install -y python3 python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY model/requirements.txt ./model/
RUN pip3 install --break-system-packages -r model/requirements.txt
COPY . .
RUN npm ci && npm run build

FROM node:20 AS runtime
RUN apt-get update && apt-get install -y python3 python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/model ./model
RUN pip3 install --no-cache-dir --break-system-packages -r model/requirements.txt
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
