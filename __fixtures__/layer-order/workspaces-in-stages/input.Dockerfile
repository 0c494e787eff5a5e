FROM node:20 AS build
WORKDIR /app
COPY --chown=node:node . .
RUN npm ci && npm run build --workspaces --if-present

FROM node:20-slim
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
CMD ["node", "packages/api/dist/index.js"]
