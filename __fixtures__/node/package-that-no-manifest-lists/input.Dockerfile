FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm install --no-save dayjs@1.11.10
EXPOSE 3000
CMD ["node", "dist/server.js"]
