FROM node:20-bookworm AS builder
RUN apt-get update && apt-get install -y unzip ffmpeg && useradd -m shop \
 && curl -sSLo /tmp/seed.zip https://seeds.example.com/seed.zip \
 && echo "0f3a  /tmp/seed.zip" | sha256sum -c - \
 && unzip -q /tmp/seed.zip -d /opt/seed \
 && rm /tmp/seed.zip && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim AS runtime
RUN apt-get update && apt-get install -y ffmpeg && useradd -m shop && rm -rf /var/lib/apt/lists/*
COPY --from=builder /opt/seed /opt/seed
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
EXPOSE 3000
USER shop
CMD ["node", "server.js"]
