FROM node:20 AS builder
COPY package.json package-lock.json ./
RUN npm install --omit=dev

FROM node:20-slim AS runtime
COPY --from=builder /package.json /package.json
COPY --from=builder /node_modules /node_modules
COPY server.js .
USER node
EXPOSE 3000
CMD node server.js
