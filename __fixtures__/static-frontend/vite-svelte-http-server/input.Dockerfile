FROM node:20-alpine
WORKDIR /srv/site
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm install --global http-server
EXPOSE 8080
CMD ["http-server", "dist", "-p", "8080"]
