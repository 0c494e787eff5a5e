FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm test && npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
