FROM node:20-alpine AS builder
WORKDIR /srv/registry
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /srv/registry/dist /usr/share/nginx/html
EXPOSE 3000
