	# The web site
	FROM php:8.2-apache AS builder

	# what composer needs
	RUN apt-get update && apt-get install -y git unzip
	COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
	ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
	WORKDIR /var/www/html
	COPY . .
	RUN composer install --no-dev

	FROM php:8.2-apache AS runtime
	ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
	RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf && a2enmod rewrite
	WORKDIR /var/www/html
	COPY . .
	COPY --from=builder /var/www/html/vendor ./vendor

	EXPOSE 80
