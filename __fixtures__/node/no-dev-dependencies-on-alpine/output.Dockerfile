FROM node:20-alpine

ENV REDISHOST redis

COPY package.json .
RUN npm install && npm cache clean --force

COPY server.js .
USER node
CMD node server.js

EXPOSE 3000
