FROM php:8.3-cli
WORKDIR /app
RUN apt-get update && apt-get install -y git zip unzip
RUN php -r "copy('https://getcomposer.org/installer', 'composer-setup.php');" && \
    php composer-setup.php --install-dir=/usr/local/bin --filename=composer && \
    php -r "unlink('composer-setup.php');"
COPY . /app
RUN composer install
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000"]
