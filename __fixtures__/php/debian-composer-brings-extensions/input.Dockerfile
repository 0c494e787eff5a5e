FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends apache2 libapache2-mod-php composer git unzip \
    && rm -rf /var/lib/apt/lists/*
RUN sed -i 's#/var/www/html#/var/www/site/public#' /etc/apache2/sites-available/000-default.conf \
    && a2enmod rewrite && sed -i 's/AllowOverride None/AllowOverride All/' /etc/apache2/apache2.conf
WORKDIR /var/www/site
COPY . .
RUN composer install
EXPOSE 80
CMD ["apache2ctl", "-D", "FOREGROUND"]
