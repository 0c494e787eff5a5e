FROM node:20
WORKDIR /usr/src/app
COPY package.json ./
RUN npm install
COPY . .
RUN npx ng build
RUN npm install -g serve
EXPOSE 4200
CMD ["serve", "--single", "--listen", "4200", "dist/museum/browser"]
