FROM node:20-slim
RUN apt-get update && apt-get install -y gosu
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
COPY docker-entrypoint.sh /usr/local/bin/start-service
ENTRYPOINT ["start-service"]
EXPOSE 3000
CMD ["node", "dist/index.js"]
