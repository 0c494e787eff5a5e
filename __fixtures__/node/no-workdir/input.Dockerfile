FROM node:20
COPY package.json package-lock.json ./
RUN npm install
COPY server.js .
EXPOSE 3000
CMD node server.js
