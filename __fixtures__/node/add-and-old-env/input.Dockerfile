FROM node:20
ENV PORT 5000
RUN mkdir -p /srv/app
WORKDIR /srv/app
ADD package.json package-lock.json /srv/app/
RUN npm install
ADD . /srv/app
EXPOSE 5000
CMD ["node", "server.js"]
