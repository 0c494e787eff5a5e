FROM node:20
RUN apt-get update && apt-get install -y supervisor
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
COPY ops/supervisord.conf /etc/supervisord.conf
COPY ops/worker.conf /etc/supervisor/conf.d/
EXPOSE 3000
CMD ["supervisord", "-c", "/etc/supervisord.conf"]
