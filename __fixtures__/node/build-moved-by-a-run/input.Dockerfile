FROM node:20
WORKDIR /app
COPY . .
RUN npm install
RUN cd client && npm install
RUN npm run build
RUN cd client && mv build ../public && rm -rf node_modules
EXPOSE 3000
CMD ["node", "server.js"]
