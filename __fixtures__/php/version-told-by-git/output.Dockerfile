FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git libicu-dev && docker-php-ext-install intl
COPY . /var/www/html
RUN echo "<?php return '$(git rev-parse --short HEAD)';" > revision.php
# Shown at the foot of each page
RUN tag=$(git describe --tags) && sed -i "s/development/$tag/" public/foot.html && rm -rf .git

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libicu72 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY . /var/www/html
COPY --from=builder /var/www/html/revision.php ./
RUN rm -rf .git
COPY --from=builder /var/www/html/public/foot.html ./public/foot.html
