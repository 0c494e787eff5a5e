FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y wget && rm -rf /var/lib/apt/lists/*
RUN wget -qO /usr/local/bin/await-http https://scripts.example.com/await-http && chmod +x /usr/local/bin/await-http
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
CMD ["sh", "-c", "await-http db:8080 && exec node server.js"]
