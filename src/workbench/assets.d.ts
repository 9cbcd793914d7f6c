declare module '*.css'
declare module '*.csv' {
  const text: string
  export { text as default }
}
declare module '*.salus' {
  const text: string
  export { text as default }
}
