FROM node:20-alpine AS builder
WORKDIR /site
COPY package.json ./
RUN yarn install
COPY . .
RUN yarn build

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /site/build /usr/share/nginx/html
EXPOSE 3000
