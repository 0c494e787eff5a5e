FROM node:20-slim AS assets
RUN mkdir /site

FROM node:20-slim
USER node
WORKDIR /home/node/app
COPY --chown=node package*.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=assets --chown=node /site ./site
COPY --chown=node src ./src
EXPOSE 3000
CMD ["node", "src/index.js"]
