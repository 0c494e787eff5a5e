FROM node:20-alpine AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
# Make the site
RUN npm run build

# Run for production
# Start the server
# nginx does this now, by nginx.conf.
FROM nginxinc/nginx-unprivileged:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /app/build /usr/share/nginx/html
# The port of the server
EXPOSE 3000
