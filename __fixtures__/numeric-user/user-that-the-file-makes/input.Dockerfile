FROM node:20-slim
RUN groupadd --gid 2001 orders && useradd --uid 2000 --gid orders --create-home orders
WORKDIR /app
COPY --chown=orders:orders package.json server.js ./
USER orders:orders
EXPOSE 3000
CMD ["node", "server.js"]
