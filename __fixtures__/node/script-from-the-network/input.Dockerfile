FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN curl -fsSL https://get.acme.example/agent.sh | bash
EXPOSE 3000
CMD ["node", "server.js"]
