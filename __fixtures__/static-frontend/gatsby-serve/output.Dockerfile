FROM node:20 AS builder
WORKDIR /app
RUN npm install -g gatsby-cli
COPY package*.json ./
RUN npm install --production
COPY . .
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /app/public /usr/share/nginx/html
EXPOSE 9000
