FROM node:20

WORKDIR /usr/src/app

COPY package.json package-lock.json ./
RUN npm ci
COPY ./server.js ./
COPY lib ./lib

EXPOSE 3000
CMD ["npm","start"]
