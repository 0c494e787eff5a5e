FROM node:20-slim
WORKDIR /app
COPY package.json server.js ./
ADD vendor.tar.gz ./vendor/
ADD https://example.com/terms.txt ./
ADD made-by-ci ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
