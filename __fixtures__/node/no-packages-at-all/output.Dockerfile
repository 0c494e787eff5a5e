FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install && npm cache clean --force
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
