FROM node:22 AS builder
WORKDIR /site
COPY build build
# What differs from harbour to harbour.
COPY <<EOF build/env.js
window.harbour = 'Husum'
EOF

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /site/build /usr/share/nginx/html
EXPOSE 3000
