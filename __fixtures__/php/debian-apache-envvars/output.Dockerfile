FROM debian:bookworm AS builder
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    apache2 libapache2-mod-php php-mysql php-xml php-mbstring composer git unzip
WORKDIR /var/www/site
COPY . .
RUN composer install --no-dev

FROM debian:bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends php-cli php-intl apache2 libapache2-mod-php php-mysql php-xml php-mbstring && rm -rf /var/lib/apt/lists/*
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/site/public#' /etc/apache2/sites-available/000-default.conf \
    && printf '<Directory /var/www/site/public>\n  AllowOverride All\n</Directory>\n' > /etc/apache2/conf-enabled/site.conf
WORKDIR /var/www/site
COPY . .
COPY --from=builder /var/www/site/vendor ./vendor
EXPOSE 80
CMD . /etc/apache2/envvars && exec apache2 -D FOREGROUND
