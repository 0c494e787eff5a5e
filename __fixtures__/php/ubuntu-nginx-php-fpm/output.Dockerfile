FROM ubuntu:22.04 AS builder
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y nginx php8.1-fpm php8.1-mysql php8.1-mbstring php8.1-xml composer git unzip
WORKDIR /srv/site
COPY . .
RUN composer install --no-dev

FROM ubuntu:22.04 AS runtime
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y --no-install-recommends php-cli php-intl php-mbstring nginx php8.1-fpm php8.1-mysql php8.1-mbstring php8.1-xml && rm -rf /var/lib/apt/lists/*
COPY docker/site.conf /etc/nginx/sites-enabled/default
WORKDIR /srv/site
COPY . .
COPY --from=builder /srv/site/vendor ./vendor
EXPOSE 80
CMD service php8.1-fpm start && nginx -g "daemon off;"
