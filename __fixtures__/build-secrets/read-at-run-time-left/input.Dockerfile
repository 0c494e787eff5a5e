FROM node:20-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
ENV GITHUB_TOKEN=ghp_of-nobody
COPY src ./src
USER node
CMD ["node", "src/bot.js"]
