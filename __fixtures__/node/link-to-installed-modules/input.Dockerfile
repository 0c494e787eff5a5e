FROM node:20
WORKDIR /deps
COPY package.json ./
RUN npm install
WORKDIR /app
COPY package.json tsconfig.json ./
COPY src ./src
RUN ln -s /deps/node_modules node_modules && npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
