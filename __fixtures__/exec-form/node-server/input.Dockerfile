FROM node:20-slim
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
# the port is an argument
CMD node server.js 3000
