FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y git unzip build-essential libicu-dev  && rm -rf /var/lib/apt/lists/*
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev

FROM php:8.2-cli AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends git libicu76 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/vendor ./vendor
COPY . .
CMD ["php", "-S", "0.0.0.0:8000", "index.php"]
