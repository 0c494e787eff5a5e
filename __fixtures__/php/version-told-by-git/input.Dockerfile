FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git libicu-dev && docker-php-ext-install intl
COPY . /var/www/html
RUN echo "<?php return '$(git rev-parse --short HEAD)';" > revision.php
# Shown at the foot of each page
RUN tag=$(git describe --tags) && sed -i "s/development/$tag/" public/foot.html && rm -rf .git
