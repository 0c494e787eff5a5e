FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y wget
RUN wget -qO /tmp/render.deb https://tools.example.com/render.deb && apt-get install -y /tmp/render.deb
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
