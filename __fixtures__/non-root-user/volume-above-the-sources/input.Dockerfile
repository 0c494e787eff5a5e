FROM node:20
WORKDIR /app
VOLUME /app/data
EXPOSE 8080
COPY . .
RUN npm install
CMD ["node", "server.js"]
