FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm install -g serve
EXPOSE 443
CMD ["serve", "-s", "dist", "-l", "443", "--ssl-cert", "/certs/site.crt", "--ssl-key", "/certs/site.key"]
