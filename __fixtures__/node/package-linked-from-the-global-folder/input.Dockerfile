FROM node:20
RUN npm install -g dayjs@1.11.10
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm link dayjs
EXPOSE 3000
CMD ["node", "dist/server.js"]
