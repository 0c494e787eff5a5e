FROM node:20-alpine AS builder
WORKDIR /repo
COPY package.json package-lock.json ./
COPY apps/admin/package.json ./apps/admin/
COPY apps/shop/package.json ./apps/shop/
RUN npm ci
COPY . .
RUN npm run build --workspace apps/admin

FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /repo/apps/admin/build /usr/share/nginx/html
EXPOSE 3000
