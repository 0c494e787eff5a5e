FROM node:20-slim AS assets
RUN mkdir /site

FROM node:20-slim
USER node
WORKDIR /home/node/app
COPY --chown=node package*.json ./
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci --omit=dev
COPY --from=assets --chown=node /site ./site
COPY --chown=node src ./src
EXPOSE 3000
CMD ["node", "src/index.js"]
