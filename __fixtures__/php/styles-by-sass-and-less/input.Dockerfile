FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /var/www/html
COPY . .
RUN npm install && npm run build && rm -rf node_modules
