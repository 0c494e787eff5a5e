FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# msb-migrate: start node dist/worker.js
CMD ["node", "dist/index.js"]
