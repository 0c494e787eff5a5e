FROM node:20-slim
RUN useradd --create-home orders
WORKDIR /app
COPY package.json server.js ./
USER orders
EXPOSE 3000
CMD ["node", "server.js"]
