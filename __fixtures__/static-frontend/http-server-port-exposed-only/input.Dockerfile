FROM node:18
WORKDIR /app
RUN npm install -g http-server
COPY public ./public
EXPOSE 9090
CMD http-server public -p $PORT
