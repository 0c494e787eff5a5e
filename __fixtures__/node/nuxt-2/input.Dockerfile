FROM node:14
WORKDIR /usr/src/nuxt
ENV HOST 0.0.0.0
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["npm", "start"]
