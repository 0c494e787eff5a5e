FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
# The hosted edition starts another program.
RUN npm pkg set scripts.start="node hosted.js"
CMD ["npm", "start"]
