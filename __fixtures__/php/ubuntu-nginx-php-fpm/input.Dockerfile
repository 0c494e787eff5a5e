FROM ubuntu:22.04
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y nginx php8.1-fpm php8.1-mysql php8.1-mbstring php8.1-xml composer git unzip
COPY docker/site.conf /etc/nginx/sites-enabled/default
WORKDIR /srv/site
COPY . .
RUN composer install
EXPOSE 80
CMD service php8.1-fpm start && nginx -g "daemon off;"
