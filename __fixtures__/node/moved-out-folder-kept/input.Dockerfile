FROM node:20-alpine
COPY . /srv/src
RUN cd /srv/src \
    && npm ci \
    && npm run build \
    && mv build /srv/bridge \
    && mv config node_modules /srv/
ENV NODE_ENV=production
EXPOSE 9005
CMD node /srv/bridge/bridge.js -p 9005
