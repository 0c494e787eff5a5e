# syntax=docker/dockerfile:1
ARG NODE_VERSION=20
FROM node:${NODE_VERSION}-alpine AS builder

# Where the application lives
WORKDIR /home/node/app
ENV NODE_ENV=production PORT=8080

# Everything that the build needs
COPY package*.json ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

# A small web server
# No -l: serve listens on PORT
# nginx does this now, by nginx.conf.template.
FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
LABEL org.opencontainers.image.title="Lamps"
ENV PORT=8080
COPY nginx.conf.template /etc/nginx/templates/default.conf.template
COPY --from=builder /home/node/app/dist /usr/share/nginx/html
EXPOSE 8080
