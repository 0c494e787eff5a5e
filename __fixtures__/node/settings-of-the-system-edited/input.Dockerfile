FROM node:20
# The old server speaks nothing newer.
RUN sed -i 's/^\[openssl_init\]/[openssl_init]\n# legacy peers/' /etc/ssl/openssl.cnf
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
