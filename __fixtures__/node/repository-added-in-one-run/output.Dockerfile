FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y ca-certificates curl gnupg \
 && curl -fsSL https://packages.example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/render.gpg \
 && echo "deb [signed-by=/usr/share/keyrings/render.gpg] https://packages.example.com/apt bookworm main" > /etc/apt/sources.list.d/render.list \
 && apt-get update && apt-get install -y render-cli && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y ca-certificates curl gnupg \
 && curl -fsSL https://packages.example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/render.gpg \
 && echo "deb [signed-by=/usr/share/keyrings/render.gpg] https://packages.example.com/apt bookworm main" > /etc/apt/sources.list.d/render.list \
 && apt-get update && apt-get install -y render-cli && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
