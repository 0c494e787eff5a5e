FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /var/www/html
COPY . .
RUN npm install && npm run build && rm -rf node_modules

FROM php:8.2-apache-bookworm AS runtime
WORKDIR /var/www/html
COPY . .
COPY --from=builder /var/www/html/css ./css
COPY --from=builder /var/www/html/print.css ./
