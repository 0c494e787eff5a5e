FROM node:20
RUN apt-get update && apt-get install -y python3-pip
WORKDIR /app
COPY requirements.txt ./
RUN pip3 install --break-system-packages -r requirements.txt
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
