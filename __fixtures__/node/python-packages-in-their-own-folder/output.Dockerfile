FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y python3 python3-venv && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt ./
RUN python3 -m venv /opt/tides && /opt/tides/bin/pip install -r requirements.txt
ENV PATH=/opt/tides/bin:$PATH
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y python3 python3-venv && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/requirements.txt ./
RUN python3 -m venv /opt/tides && /opt/tides/bin/pip install --no-cache-dir -r requirements.txt
ENV PATH=/opt/tides/bin:$PATH
COPY --from=builder /app/package.json ./
COPY --from=builder /app/model ./model
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
