FROM php:8.3-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev nodejs npm && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/posters
COPY . .
RUN composer install --no-dev
RUN npm install

FROM php:8.3-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 nodejs npm && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /srv/posters
COPY --from=builder /srv/posters ./
COPY --from=builder /root/.cache/puppeteer /root/.cache/puppeteer
CMD ["php", "print.php"]
