FROM node:20 AS builder
WORKDIR /deps
COPY package.json ./
RUN npm install
ENV NODE_PATH=/deps/node_modules PATH=/deps/node_modules/.bin:$PATH
WORKDIR /app
COPY package.json tsconfig.json ./
COPY src ./src
RUN tsc --typeRoots /deps/node_modules/@types

FROM node:20-slim AS runtime
ENV NODE_PATH=/deps/node_modules PATH=/deps/node_modules/.bin:$PATH
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
COPY --from=builder /deps/node_modules /deps/node_modules
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
