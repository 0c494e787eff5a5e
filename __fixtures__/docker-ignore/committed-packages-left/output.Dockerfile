FROM node:20 AS checks
WORKDIR /app
COPY . .
RUN node --check server.js

FROM node:20-slim
WORKDIR /app
COPY --from=checks /app ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
