FROM node:20-alpine
RUN npm install -g http-server
WORKDIR /srv
COPY downloads downloads
EXPOSE 8080
CMD ["http-server", "downloads"]
