# Orders
FROM node:20-slim
# ask me
MAINTAINER "Jo Doe" <jo@example.com>
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
