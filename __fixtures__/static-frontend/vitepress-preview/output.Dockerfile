FROM node:20-alpine AS builder
WORKDIR /docs
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run docs:build

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /docs/.vitepress/dist /usr/share/nginx/html
EXPOSE 4173
