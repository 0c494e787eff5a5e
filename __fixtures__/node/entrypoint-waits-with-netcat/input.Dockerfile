FROM node:20
RUN apt-get update && apt-get install -y netcat-openbsd
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
ENTRYPOINT ["sh", "wait-for-database.sh"]
CMD ["node", "server.js"]
