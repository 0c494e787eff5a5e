FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY client/package.json client/
RUN cd client && npm install
COPY . .
RUN npm run build --prefix client
EXPOSE 3000
CMD ["node", "server.js"]
