FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
COPY services/rain/package.json services/rain/
RUN npm ic
COPY . .
RUN npm run -w rain build
EXPOSE 3000
CMD npm start -w rain
