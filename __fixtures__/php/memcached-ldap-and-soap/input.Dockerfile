FROM php:8.2-apache-bookworm
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
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
