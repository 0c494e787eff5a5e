FROM ubuntu:22.04
RUN apt-get update
RUN apt-get install -y curl
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash -
RUN apt-get install -y nodejs build-essential
RUN apt-get install -y software-properties-common
RUN add-apt-repository -y ppa:savoury1/ffmpeg6
RUN apt-get update && apt-get install -y ffmpeg git
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
