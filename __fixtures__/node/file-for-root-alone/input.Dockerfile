FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN chmod 600 keys/token.txt
EXPOSE 3000
CMD ["node", "dist/server.js"]
