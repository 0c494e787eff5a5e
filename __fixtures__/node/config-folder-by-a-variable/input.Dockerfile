FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
ENV NODE_CONFIG_DIR=./settings
EXPOSE 3000
CMD ["node", "dist/index.js"]
