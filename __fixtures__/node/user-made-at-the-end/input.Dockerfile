FROM node:20
WORKDIR /srv/shop
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
# Nobody needs root from here on.
RUN groupadd -r shop && useradd -r -g shop shop && chown -R shop:shop /srv/shop
USER shop
CMD ["node", "dist/server.js"]
