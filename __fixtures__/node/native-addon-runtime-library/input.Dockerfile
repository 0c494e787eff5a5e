FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y build-essential python3 libpq-dev
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
