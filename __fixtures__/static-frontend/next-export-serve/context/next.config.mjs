/** @type {import('next').NextConfig} */
export default { output: 'export', generateBuildId: () => 'bakery' }
