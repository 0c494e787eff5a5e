FROM node:20
RUN mkdir /certs && openssl req -x509 -nodes -newkey rsa:2048 -keyout /certs/key.pem -out /certs/cert.pem -subj /CN=localhost
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
