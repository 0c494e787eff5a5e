FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y libpng-dev git && docker-php-ext-install gd

FROM php:8.2-cli AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libpng16-16t64 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /app
COPY . .
RUN chown www-data:www-data /app
USER www-data
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "index.php"]
