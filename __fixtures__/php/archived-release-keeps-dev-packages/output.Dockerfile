FROM php:7.2-apache AS builder
RUN sed -i -e 's/deb.debian.org/archive.debian.org/' -e '/buster-updates/d' /etc/apt/sources.list \
    && apt-get update && apt-get install -y git libpng-dev libzip-dev
RUN docker-php-ext-install gd zip

FROM php:7.2-apache AS runtime
RUN sed -i -e 's/deb.debian.org/archive.debian.org/' -e '/buster-updates/d' /etc/apt/sources.list \
    && apt-get update && apt-get install -y --no-install-recommends libpng-dev libzip-dev && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY public /var/www/html
EXPOSE 80
