FROM node:20-alpine

ENV REDISHOST redis

COPY package.json .
RUN npm install

COPY server.js .
CMD node server.js

EXPOSE 3000
