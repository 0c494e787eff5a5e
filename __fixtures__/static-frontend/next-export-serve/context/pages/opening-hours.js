export default function OpeningHours() {
  return <p>From six to noon</p>
}
