FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG PUBLIC_CITY=Trieste
RUN npm run build
RUN npm i -g serve@14
EXPOSE 3000
CMD serve -s build
