FROM node:20-bookworm
RUN curl -fsSL https://packages.example.com/install.sh | bash
RUN apt-get update && apt-get install -y ffmpeg libpq-dev
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
