FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y \
        libldap2-dev \
        libmemcached-dev \
        libssl-dev \
        libxml2-dev \
        libxslt1-dev \
        unzip \
        zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
RUN docker-php-ext-configure ldap --with-libdir=lib/$(dpkg-architecture -qDEB_BUILD_MULTIARCH)
RUN docker-php-ext-install ldap soap xsl
RUN pecl install memcached-3.2.0 && docker-php-ext-enable memcached
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libldap-2.5-0 libmemcached11 libmemcachedutil2 libhashkit2 libxslt1.1 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
