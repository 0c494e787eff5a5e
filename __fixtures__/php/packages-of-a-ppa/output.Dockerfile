FROM ubuntu:22.04 AS builder
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y software-properties-common curl git unzip
RUN add-apt-repository ppa:ondrej/php && apt-get update
RUN apt-get install -y apache2 php8.3 libapache2-mod-php8.3 php8.3-mysql php8.3-xml php8.3-mbstring
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
WORKDIR /var/www/site
COPY . .
RUN composer install --no-dev

FROM ubuntu:22.04 AS runtime
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y software-properties-common
RUN add-apt-repository ppa:ondrej/php && apt-get update
RUN apt-get update && apt-get install -y apache2 php8.3 libapache2-mod-php8.3 php8.3-mysql php8.3-xml php8.3-mbstring && rm -rf /var/lib/apt/lists/*
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/site/public#' /etc/apache2/sites-available/000-default.conf
WORKDIR /var/www/site
COPY . .
COPY --from=builder /var/www/site/vendor ./vendor
EXPOSE 80
CMD ["apachectl", "-D", "FOREGROUND"]
