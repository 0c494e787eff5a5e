FROM node:20-alpine AS builder
WORKDIR /web
COPY build.js .
RUN node build.js

FROM nginx:1.27-alpine
COPY --from=builder /web/dist /usr/share/nginx/html
