FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /var/www/html
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN rm -rf node_modules

FROM php:8.2-apache-bookworm AS runtime
WORKDIR /var/www/html
COPY --from=builder /var/www/html ./
