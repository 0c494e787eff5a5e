FROM php:8.2-cli
RUN apt-get update && apt-get install -y libpng-dev git && docker-php-ext-install gd
WORKDIR /app
COPY . .
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "index.php"]
