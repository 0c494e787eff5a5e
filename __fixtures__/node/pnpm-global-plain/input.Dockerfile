FROM node:20
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN npm install -g pnpm@9.8.0 && pnpm install
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
