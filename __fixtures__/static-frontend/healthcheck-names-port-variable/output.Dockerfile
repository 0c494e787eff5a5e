FROM node:20-alpine AS builder
RUN apk add --no-cache curl
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf.template /etc/nginx/templates/default.conf.template
COPY --from=builder /app/dist /usr/share/nginx/html
ENV PORT=8080
EXPOSE $PORT
HEALTHCHECK CMD curl --fail http://127.0.0.1:$PORT/
