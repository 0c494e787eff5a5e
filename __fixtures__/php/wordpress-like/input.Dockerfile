FROM php:8.2-apache-bookworm

RUN apt-get update && apt-get install -y --no-install-recommends \
        libfreetype6-dev libjpeg-dev libpng-dev libwebp-dev libicu-dev libzip-dev ghostscript \
    && docker-php-ext-configure gd --with-freetype --with-jpeg --with-webp \
    && docker-php-ext-install -j "$(nproc)" bcmath exif gd intl mysqli zip \
    && rm -rf /var/lib/apt/lists/*
RUN { \
        echo 'upload_max_filesize = 64M'; \
        echo 'post_max_size = 64M'; \
    } > /usr/local/etc/php/conf.d/uploads.ini
RUN a2enmod rewrite expires

COPY . /var/www/html/
RUN chown -R www-data:www-data /var/www/html/wp-content
VOLUME /var/www/html/wp-content/uploads
