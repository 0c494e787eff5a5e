FROM node:20-slim
RUN apt-get update
RUN apt-get install -y build-essential python3
RUN apt-get -o Acquire::Retries=3 install -y chromium
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
CMD ["node", "dist/server.js"]
