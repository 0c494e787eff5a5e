import { h } from 'preact'

export default () => <p>Tick</p>
