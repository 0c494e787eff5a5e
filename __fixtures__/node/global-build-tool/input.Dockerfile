FROM node:20
RUN npm install -g typescript@5.4.5
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN tsc
EXPOSE 3000
CMD ["node", "dist/index.js"]
