FROM node:20 AS builder
WORKDIR /deps
COPY package.json ./
RUN npm install
WORKDIR /app
COPY package.json tsconfig.json ./
COPY src ./src
RUN ln -s /deps/node_modules node_modules && npm run build

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
RUN ln -s /deps/node_modules node_modules
COPY --from=builder /app/dist ./dist
COPY --from=builder /deps/node_modules /deps/node_modules
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
