FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y $PHPIZE_DEPS git libssl-dev libzip-dev \
    && docker-php-ext-install zip
WORKDIR /app
COPY . .
CMD ["php", "worker.php"]
