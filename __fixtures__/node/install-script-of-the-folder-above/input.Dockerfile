FROM node:20
WORKDIR /app
COPY package.json ./
COPY .npmrc ./
COPY server ./server
RUN npm run install-server
EXPOSE 3000
CMD ["npm", "run", "server"]
