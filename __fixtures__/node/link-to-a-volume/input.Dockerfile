FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY tsconfig.json ./
COPY src ./src
RUN npm run build
RUN mkdir -p /data && ln -s /data uploads
VOLUME /data
EXPOSE 3000
CMD ["npm", "start"]
