FROM node:20
RUN npm install -g dayjs@1.11.10
ENV NODE_PATH=/usr/local/lib/node_modules
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
