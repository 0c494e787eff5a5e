ARG NODE_VERSION=20
FROM node:${NODE_VERSION}
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
