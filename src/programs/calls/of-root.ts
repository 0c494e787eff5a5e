/** What programs of any language do that root alone may, or that only asks for root: the end of a sentence. */
export const ofRoot = {
  owner: 'changes the owner of a file, which only root may',
  user: 'changes the user that it runs as, which only root may',
  asks: 'asks which user it runs as',
  socket: 'opens a raw socket, which only root may',
  tls: "listens on port 443, and ports below 1024 need root outside of Docker's own defaults",
  docker: "talks to Docker's socket, which belongs to root and its group",
} as const
