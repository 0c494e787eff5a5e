FROM node:20-slim AS assets
RUN mkdir /site

FROM node:20-slim
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile --production \
    && yarn cache clean
COPY --from=assets /site ./site
COPY src ./src
USER node
EXPOSE 3000
CMD ["node", "src/index.js"]
