FROM wordpress:6-apache
COPY . /var/www/html/wp-content/themes/plain/
