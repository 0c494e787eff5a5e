FROM node:20-slim
MAINTAINER Jo Doe
LABEL org.opencontainers.image.authors="Jim"
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
