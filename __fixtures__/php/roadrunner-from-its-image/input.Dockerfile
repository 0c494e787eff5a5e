FROM php:8.3-cli
COPY --from=ghcr.io/roadrunner-server/roadrunner:2024 /usr/bin/rr /usr/local/bin/rr
RUN apt-get update && apt-get install -y git unzip && docker-php-ext-install sockets
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
EXPOSE 8080
CMD ["rr", "serve", "-c", ".rr.yaml"]
