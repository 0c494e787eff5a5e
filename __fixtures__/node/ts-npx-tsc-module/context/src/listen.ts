/** Says where the service listens, once it does. */
export function listen(port: number): () => void {
  return () => console.log(`listening on ${port}`)
}
