FROM node:20
WORKDIR /app
COPY package*.json ./
# the process manager first, then the service
RUN npm install -g pm2@5.4.3 && \
    npm ci
COPY . .
RUN npm run build && mkdir -p logs
EXPOSE 3000
CMD ["pm2-runtime", "ecosystem.config.js"]
