FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build && npm link
EXPOSE 3000
CMD ["answer"]
