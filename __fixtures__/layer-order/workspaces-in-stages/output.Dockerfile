FROM node:20 AS build
WORKDIR /app
COPY --chown=node:node package.json package-lock.json ./
COPY --chown=node:node packages/api/package.json ./packages/api/
COPY --chown=node:node packages/words/package.json ./packages/words/
RUN npm ci
COPY --chown=node:node . .
RUN npm run build --workspaces --if-present

FROM node:20-slim
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
CMD ["node", "packages/api/dist/index.js"]
