FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /var/www/html
COPY . .
RUN npm install && npm run build
