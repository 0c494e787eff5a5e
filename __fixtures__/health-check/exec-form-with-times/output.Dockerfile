FROM node:20-slim
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --retries=3 --start-period=5s CMD ["node", "-e", "fetch('http://localhost:3000/').catch(() => process.exit(1))"]
CMD ["node", "server.js"]
