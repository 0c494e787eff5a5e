FROM node:20
WORKDIR /app
RUN npm install -g pm2@5.4.3
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
CMD ["pm2-runtime", "start", "ecosystem.config.js", "--env", "production"]
