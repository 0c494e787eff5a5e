FROM nginxinc/nginx-unprivileged:1.28-alpine
ENV PORT=9090
COPY nginx.conf.template /etc/nginx/templates/default.conf.template
COPY public /usr/share/nginx/html
EXPOSE 9090
