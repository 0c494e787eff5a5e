FROM node:20-bookworm-slim AS builder
RUN apt-get update && apt-get install -y cron curl unzip && rm -rf /var/lib/apt/lists/*
RUN curl -sSLo /tmp/seed.zip https://seeds.example.com/seed.zip && unzip -q /tmp/seed.zip -d /opt/seed && rm /tmp/seed.zip
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y cron curl && rm -rf /var/lib/apt/lists/*
COPY --from=builder /opt/seed /opt/seed
COPY refresh /etc/cron.d/refresh
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
EXPOSE 3000
CMD ["sh", "-c", "cron && exec node server.js"]
