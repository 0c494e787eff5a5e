FROM ubuntu:16.04
RUN apt-get update && apt-get install -y curl ca-certificates && curl -fsSL https://deb.nodesource.com/setup_16.x | bash - && apt-get install -y nodejs
RUN apt-get update && apt-get install -y apt-transport-https build-essential
RUN echo "deb [trusted=yes] https://packages.example.com/debian/ stable main" > /etc/apt/sources.list.d/tools.list
RUN apt-get update && apt-get install -y example-tools
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
