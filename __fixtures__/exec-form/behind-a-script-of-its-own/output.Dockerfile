FROM node:20-slim
WORKDIR /app
COPY package.json entrypoint.sh server.js ./
USER node
EXPOSE 3000
ENTRYPOINT ["./entrypoint.sh"]
CMD ["node", "server.js"]
