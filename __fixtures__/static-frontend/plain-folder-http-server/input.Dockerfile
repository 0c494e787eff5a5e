FROM node:18
WORKDIR /app
RUN npm install -g http-server
COPY public ./public
EXPOSE 8080
CMD ["http-server", "public", "-p", "8080"]
