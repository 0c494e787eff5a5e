FROM node:20
WORKDIR /src
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# what the service needs, and nothing else
RUN mkdir -p /srv/bridge/data \
    && cp -r build config node_modules /srv/bridge/ \
    && rm -rf /src
WORKDIR /srv/bridge
ENV NODE_ENV=production
EXPOSE 9005
CMD ["node", "build/bridge.js", "-p", "9005"]
