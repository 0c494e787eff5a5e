FROM node:20-slim
ENV NODE_ENV=production GREETING="hello you"
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
