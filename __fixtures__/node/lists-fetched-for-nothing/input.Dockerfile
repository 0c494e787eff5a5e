FROM node:20-slim
WORKDIR /app
RUN apt-get update && mkdir -p /data && chown node:node /data
COPY package.json .
RUN npm install
COPY . .
USER node
EXPOSE 3000
CMD ["node", "server.js"]
