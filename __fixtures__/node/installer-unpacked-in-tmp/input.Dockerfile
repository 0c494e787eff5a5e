FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates wget unzip
RUN wget -qO /tmp/kit.zip https://tools.example.com/kit.zip && unzip /tmp/kit.zip -d /tmp/kit && /tmp/kit/install.sh && rm -rf /tmp/kit
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
