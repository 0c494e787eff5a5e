FROM node:22
WORKDIR /site
RUN npm install -g serve@14
COPY build build
# What differs from harbour to harbour.
COPY <<EOF build/env.js
window.harbour = 'Husum'
EOF
EXPOSE 3000
CMD ["serve", "-s", "build", "-l", "3000"]
