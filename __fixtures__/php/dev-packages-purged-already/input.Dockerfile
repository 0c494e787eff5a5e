FROM php:8.2-apache-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpng16-16 libpng-dev \
    && docker-php-ext-install gd \
    && apt-get purge -y --auto-remove libpng-dev \
    && rm -rf /var/lib/apt/lists/*
COPY . /var/www/html/
