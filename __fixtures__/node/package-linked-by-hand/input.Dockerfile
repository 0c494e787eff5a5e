FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN ln -s ../shared node_modules/shared
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
