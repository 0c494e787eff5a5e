export default function Opera() {
  return <h1>Tonight: Fidelio</h1>
}
