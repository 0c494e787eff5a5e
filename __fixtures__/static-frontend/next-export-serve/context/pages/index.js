export default function Bakery() {
  return <h1>Bread of {process.env.NEXT_PUBLIC_SHOP}</h1>
}
